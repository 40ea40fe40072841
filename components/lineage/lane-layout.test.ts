import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LineageEdge } from '@/lib/api/lineage';
import type { Placed } from './board-columns';
import { CARD, layoutLanes } from './lane-layout';

const product = (key: string, alignment: Placed['alignment'], isIdle = false): Placed => ({
  key,
  name: key,
  alignment,
  isIdle,
});
const edge = (from: string, to: string): LineageEdge => ({
  from,
  to,
  verdict: 'met',
  slackMinutes: 0,
  age: null,
  entities: [],
  attributes: 1,
});

const estate = {
  products: [
    product('orders', 'source'),
    product('customers', 'source'),
    product('sellers', 'source'),
    product('geo', 'source', true),
    product('economics', 'aggregate'),
    product('customer-360', 'aggregate'),
    product('retention', 'consumer'),
    product('category', 'consumer'),
  ],
  edges: [
    edge('orders', 'economics'),
    edge('economics', 'customer-360'),
    edge('customers', 'customer-360'),
    edge('customer-360', 'retention'),
    edge('economics', 'retention'),
    edge('economics', 'category'),
    edge('sellers', 'category'),
  ],
};

/** Random lineages in which every edge runs from an earlier product to a later one, lane by lane. */
const anEstate = fc
  .record({
    sources: fc.integer({ min: 1, max: 6 }),
    aggregates: fc.integer({ min: 0, max: 5 }),
    consumers: fc.integer({ min: 1, max: 4 }),
    picks: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 24 }),
  })
  .map(({ sources, aggregates, consumers, picks }) => {
    const lane = (count: number, alignment: Placed['alignment']) =>
      Array.from({ length: count }, (_, index) => product(`${alignment}-${index}`, alignment));
    const products = [...lane(sources, 'source'), ...lane(aggregates, 'aggregate'), ...lane(consumers, 'consumer')];
    const pairs = new Map<string, LineageEdge>();
    for (const [a, b] of picks) {
      const [from, to] = [a % products.length, b % products.length].sort((x, y) => x - y);
      const [upper, lower] = [products[from ?? 0], products[to ?? 0]];
      if (upper && lower && upper !== lower) pairs.set(`${upper.key} ${lower.key}`, edge(upper.key, lower.key));
    }
    return { products, edges: [...pairs.values()] };
  });

test('every line runs from left to right', () => {
  fc.assert(
    fc.property(anEstate, ({ products, edges }) => {
      const { positions } = layoutLanes(products, edges);
      for (const { from, to } of edges) {
        expect(positions.get(to)?.x).toBeGreaterThanOrEqual((positions.get(from)?.x ?? 0) + CARD.width);
      }
    }),
  );
});

test('no card covers another, and no line passes through one', () => {
  fc.assert(
    fc.property(anEstate, ({ products, edges }) => {
      const { positions, passes } = layoutLanes(products, edges);
      const boxes = [...positions.values()].map(({ x, y }) => ({ x, top: y, bottom: y + CARD.height }));
      for (const [index, a] of boxes.entries()) {
        for (const b of boxes.slice(index + 1)) {
          expect(a.x === b.x && a.top < b.bottom && b.top < a.bottom).toBe(false);
        }
      }
      for (const pass of [...passes.values()].flat()) {
        expect(boxes.some((box) => box.x === pass.x && box.top < pass.y && pass.y < box.bottom)).toBe(false);
      }
    }),
  );
});

test('the same lineage gives the same board, whatever order it comes in', () => {
  const there = layoutLanes(estate.products, estate.edges);
  const back = layoutLanes([...estate.products].reverse(), [...estate.edges].reverse());
  expect(new Map([...back.positions].sort())).toEqual(new Map([...there.positions].sort()));
});

test('aggregates that feed each other stand in columns of their own', () => {
  const { positions } = layoutLanes(estate.products, estate.edges);
  expect(positions.get('economics')?.x).toBeLessThan(positions.get('customer-360')?.x ?? 0);
});

test('what nobody asks for stands last in its lane', () => {
  const { positions } = layoutLanes(estate.products, estate.edges);
  const sources = ['orders', 'customers', 'sellers'].map((key) => positions.get(key)?.y ?? 0);
  expect(positions.get('geo')?.y).toBeGreaterThan(Math.max(...sources));
});
