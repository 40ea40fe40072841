import { expect, test } from 'vitest';
import { type Box, overlaps } from './box';
import { CARD_WIDTH, METRIC_HEIGHT } from './card-geometry';
import { freeSpot } from './free-spot';
import { keepPinned } from './keep-pinned';
import { type BlockLine, blockHeight, blockWidth, type LayoutBlock } from './layout-block';
import { nearestCard, readingOrder } from './nearest-card';
import { simpleLayout } from './simple-layout';
import { readTidyGraph, toTidyGraph } from './tidy-graph';

const block = (id: string, metricIds: string[] = []): LayoutBlock => ({
  id,
  entityId: id,
  entityHeight: 200,
  metricIds,
});
const line = (from: string, to: string): BlockLine => ({ id: `${from}-${to}`, from, to, fromY: 60, toY: 60 });

function boxesOf(placed: ReadonlyMap<string, { x: number; y: number }>, blocks: readonly LayoutBlock[]): Box[] {
  const heights = new Map(
    blocks.flatMap((b) => [[b.id, 200], ...b.metricIds.map((id) => [id, METRIC_HEIGHT] as const)] as const),
  );
  return [...placed].map(([id, at]) => ({ ...at, width: CARD_WIDTH, height: heights.get(id) ?? 0 }));
}

test('what others refer to stands left of what refers to it', () => {
  const placed = simpleLayout(
    [block('item'), block('order'), block('customer')],
    [line('item', 'order'), line('order', 'customer')],
  );
  const x = (id: string) => placed.get(id)?.x ?? Number.NaN;
  expect(x('customer')).toBeLessThan(x('order'));
  expect(x('order')).toBeLessThan(x('item'));
});

test('a layout of many cards puts no card on another, loops included', () => {
  const blocks = Array.from({ length: 120 }, (_, i) => block(`e${i}`, i % 3 === 0 ? [`m${i}a`, `m${i}b`] : []));
  const lines = blocks.map((b, i) => line(b.id, `e${(i * 7 + 3) % 120}`));
  const boxes = boxesOf(simpleLayout(blocks, lines), blocks);
  for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) expect(overlaps(a, b)).toBe(false);
});

test('metrics hang below the entity they measure', () => {
  const placed = simpleLayout([block('order', ['late', 'count'])], []);
  expect(placed.get('late')?.y).toBeGreaterThan(200);
  expect(placed.get('count')?.y).toBeGreaterThanOrEqual((placed.get('late')?.y ?? 0) + METRIC_HEIGHT);
  expect(blockHeight(block('order', ['late', 'count']))).toBe((placed.get('count')?.y ?? 0) + METRIC_HEIGHT);
});

test('the layout engine is asked about blocks, and every line has a port at both ends', () => {
  const graph = toTidyGraph([block('order', ['late']), block('customer')], [line('order', 'customer')]);
  const ports = graph.children?.flatMap((child) => child.ports ?? []).map((p) => p.id);
  expect(graph.children?.map((child) => child.width)).toEqual([blockWidth(block('order', ['late'])), CARD_WIDTH]);
  expect(ports?.sort()).toEqual(['order-customer/many', 'order-customer/one']);
  expect(graph.edges?.[0]).toMatchObject({ sources: ['order-customer/one'], targets: ['order-customer/many'] });
});

test('the engine’s answer places the metrics of a block with it', () => {
  const blocks = [block('order', ['late'])];
  const placed = readTidyGraph({ id: 'model', children: [{ id: 'order', x: 100.4, y: 0 }] }, blocks);
  expect(placed.get('order')).toEqual({ x: 100, y: 0 });
  expect(placed.get('late')?.y).toBeGreaterThan(200);
});

test('a small model is stacked from the top of each column, in the engine’s order', () => {
  const blocks = [block('a'), block('b'), block('c')];
  const at = (id: string, x: number, y: number) => ({ id, x, y });
  const placed = readTidyGraph(
    { id: 'model', children: [at('a', 0, 900), at('b', 400, 700), at('c', 400, 10)] },
    blocks,
  );
  expect(placed.get('a')?.y).toBe(0);
  expect(placed.get('c')?.y).toBe(0);
  expect(placed.get('b')?.y).toBeGreaterThan(200);
});

test('what is not joined to the rest comes beside it or below it, never over it', () => {
  const blocks = [block('a'), block('b'), block('lone')];
  const at = (id: string, x: number, y: number) => ({ id, x, y });
  const placed = readTidyGraph(
    { id: 'model', children: [at('a', 0, 0), at('b', 400, 0), at('lone', 324, 900)] },
    blocks,
  );
  const boxes = boxesOf(placed, blocks);
  for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) expect(overlaps(a, b)).toBe(false);
});

test('tidying leaves pinned cards where they are and puts nothing on them', () => {
  const size = { width: CARD_WIDTH, height: 200 };
  const wanted = new Map([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 20, y: 40 }],
  ]);
  const pinned = new Map([['a', { x: 1000, y: 1000, ...size }]]);
  const placed = keepPinned(wanted, pinned, () => size);
  const b = placed.get('b') ?? { x: 0, y: 0 };
  expect(placed.get('a')).toEqual({ x: 1000, y: 1000 });
  expect(overlaps({ ...b, ...size }, { x: 1000, y: 1000, ...size })).toBe(false);
});

test('a new card lands on free ground near the wish', () => {
  const size = { width: CARD_WIDTH, height: 200 };
  const taken = [{ x: 0, y: 0, ...size }];
  const spot = freeSpot({ x: 10, y: 10 }, size, taken);
  expect(overlaps({ ...spot, ...size }, { x: 0, y: 0, ...size })).toBe(false);
  expect(Math.hypot(spot.x, spot.y)).toBeLessThan(600);
});

test('arrow keys go to the neighbour a person would point at, and nowhere at the edge', () => {
  const at = (x: number, y: number) => ({ x, y, width: CARD_WIDTH, height: 200 });
  const here = at(0, 0);
  const cards = new Map([
    ['below', at(20, 300)],
    ['right', at(400, 40)],
    ['far', at(1200, 0)],
  ]);
  expect(nearestCard(here, cards, 'right')).toBe('right');
  expect(nearestCard(here, cards, 'down')).toBe('below');
  expect(nearestCard(here, cards, 'left')).toBe(null);
  expect(readingOrder(cards)).toEqual(['right', 'far', 'below']);
});
