import { expect, test } from 'vitest';
import type { Area, Areas } from '@/lib/model/area';
import { areasAfterDrop, framesHeld, joiningAreas } from './area-drop';
import { areaFrames } from './area-frames';
import { type Box, contains, overlaps } from './box';
import { CARD_WIDTH } from './card-geometry';
import { foldedEnds, standInsOf } from './fold-areas';
import type { BlockLine, LayoutBlock } from './layout-block';
import { simpleLayout } from './simple-layout';
import { pinnedWithAreas, tidyWithAreas } from './tidy-with-areas';

const area = (...members: string[]): Area => ({ name: members.join(' '), color: 'blue', members, isFolded: false });
const cards = (places: Record<string, [number, number]>): Map<string, Box> =>
  new Map(Object.entries(places).map(([id, [x, y]]) => [id, { x, y, width: CARD_WIDTH, height: 200 }]));

test('a frame is as large as its cards need; without a card on the board there is none', () => {
  const boxes = cards({ a: [0, 0], b: [400, 100] });
  const frames = areaFrames({ one: area('a', 'b', 'gone'), two: area('hidden') }, boxes);
  expect(frames.map(({ id, cardIds }) => [id, cardIds])).toEqual([['one', ['a', 'b']]]);
  expect(frames[0]?.box).toEqual({ x: -20, y: -40, width: 400 + CARD_WIDTH + 40, height: 360 });
});

test('what did not change is the same frame, and the same list', () => {
  const areas: Areas = { one: area('a'), two: area('b') };
  const before = areaFrames(areas, cards({ a: [0, 0], b: [400, 0] }));
  expect(areaFrames(areas, cards({ a: [0, 0], b: [400, 0] }), null, before)).toBe(before);
  const after = areaFrames(areas, cards({ a: [0, 0], b: [500, 0] }), null, before);
  expect([after[0] === before[0], after[1] === before[1]]).toEqual([true, false]);
});

/** Takes cards, puts them elsewhere and lets go. */
function drop(areas: Areas, before: Record<string, [number, number]>, moved: Record<string, [number, number]>) {
  const frames = areaFrames(areas, cards(before));
  const carried = new Set(Object.keys(moved));
  const boxes = cards({ ...before, ...moved });
  const held = framesHeld(frames, carried);
  const dropped = { areas, frames: areaFrames(areas, boxes, held, frames), boxes, carried };
  return { areas: areasAfterDrop(dropped), joining: [...joiningAreas(dropped).keys()] };
}

const BOARD: Record<string, [number, number]> = { a: [0, 0], b: [0, 240], c: [1000, 0], d: [2000, 0] };
const TWO: Areas = { one: area('a', 'b'), two: area('c') };

test('a card dropped more than half inside joins, and the frame says so before', () => {
  const { areas, joining } = drop(TWO, BOARD, { d: [1040, 60] });
  expect(joining).toEqual(['two']);
  expect(areas).toEqual({ one: TWO.one, two: { ...area('c'), members: ['c', 'd'] } });
  expect(drop(TWO, BOARD, { d: [1200, 0] }).areas).toBe(TWO);
});

test('a card drawn out of its frame leaves it, one moved within stays, and the last one takes the frame along', () => {
  expect(drop(TWO, BOARD, { b: [0, 700] }).areas).toEqual({ one: { ...TWO.one, members: ['a'] }, two: TWO.two });
  expect(drop(TWO, BOARD, { b: [60, 300] }).areas).toBe(TWO);
  expect(drop(TWO, BOARD, { c: [3000, 900] }).areas).toBe(TWO);
  expect(drop(TWO, BOARD, { a: [3000, 900], b: [3000, 1140] }).areas).toBe(TWO);
});

test('a card goes from one area to another; an area that is left by all is gone', () => {
  expect(drop(TWO, BOARD, { b: [1000, 40] }).areas).toEqual({
    one: { ...TWO.one, members: ['a'] },
    two: { ...TWO.two, members: ['c', 'b'] },
  });
  expect(Object.keys(drop(TWO, BOARD, { c: [0, 120] }).areas)).toEqual(['one']);
});

test('tidied, an area stays together, and no frame lies on another or on a card of none', async () => {
  const block = (id: string, metricIds: string[] = []): LayoutBlock => ({
    id,
    entityId: id,
    entityHeight: 200,
    metricIds,
  });
  const blocks = Array.from({ length: 20 }, (_, i) => block(`e${i}`, i % 4 === 0 ? [`m${i}`] : []));
  const lines = blocks.map(
    ({ id }, i): BlockLine => ({ id: `l${i}`, from: id, fromY: 60, to: `e${(i * 7 + 3) % 20}`, toY: 60 }),
  );
  const areas: Areas = {
    one: area('e0', 'e5', 'm0', 'e9'),
    two: area('e4', 'e6', 'e13'),
    three: area('m4', 'm8'),
    gone: area('nobody'),
  };
  const placed = await tidyWithAreas({ blocks, lines }, { areas, standing: new Map() }, async (some, between) =>
    simpleLayout(some, between),
  );
  const boxes = cards(Object.fromEntries([...(placed ?? [])].map(([id, { x, y }]) => [id, [x, y]])));
  expect(boxes.size).toBe(25);
  const frames = areaFrames(areas, boxes);
  expect(frames).toHaveLength(3);
  for (const frame of frames) {
    for (const other of frames) expect(frame !== other && overlaps(frame.box, other.box)).toBe(false);
    for (const [id, box] of boxes)
      expect(frame.area.members.includes(id) ? contains(frame.box, box) : !overlaps(frame.box, box)).toBe(true);
  }
});

test('an area that holds something pinned is left as it is', () => {
  expect([...pinnedWithAreas(['a', 'd'], TWO)].sort()).toEqual(['a', 'b', 'd']);
});

test('a folded area is a box in the corner of its frame; unfolded, everything is where it was', () => {
  const boxes = cards(BOARD);
  const [frame] = areaFrames(TWO, boxes);
  const [box] = areaFrames({ ...TWO, one: { ...area('a', 'b'), isFolded: true } }, boxes);
  expect(box?.box).toMatchObject({ x: frame?.box.x, y: frame?.box.y });
  expect(box?.cardIds).toEqual(['a', 'b']);
});

test('lines of what is folded end at the box, apart from each other; lines within it are not drawn', () => {
  const areas: Areas = { one: { ...area('a', 'b'), isFolded: true }, two: area('c') };
  const line = (id: string, from: string, to: string) => ({
    id,
    from: { entityId: from, middle: 60 },
    to: { entityId: to, middle: 60 },
  });
  const free = line('cd', 'c', 'd');
  const ends = [line('ab', 'a', 'b'), line('ac', 'a', 'c'), line('db', 'd', 'b'), free];
  const drawn = foldedEnds(ends, standInsOf(areas));
  expect(drawn.map(({ id, from, to }) => [id, from.entityId, to.entityId])).toEqual([
    ['ac', 'one', 'c'],
    ['db', 'd', 'one'],
    ['cd', 'c', 'd'],
  ]);
  expect(drawn[0]?.from.middle).toBeLessThan(drawn[1]?.to.middle ?? 0);
  expect(drawn[2]).toBe(free);
  expect(foldedEnds(ends, standInsOf({ two: area('c') }))).toBe(ends);
});

test('tidied, a folded area is one small block, and keeps its places in there', async () => {
  const block = (id: string): LayoutBlock => ({ id, entityId: id, entityHeight: 200, metricIds: [] });
  const areas: Areas = { one: { ...area('a', 'b'), isFolded: true } };
  const asked: LayoutBlock[][] = [];
  const placed = await tidyWithAreas(
    { blocks: ['a', 'b', 'c', 'd'].map(block), lines: [{ id: 'ac', from: 'a', fromY: 60, to: 'c', toY: 60 }] },
    { areas, standing: cards(BOARD) },
    async (some, between) => {
      asked.push([...some]);
      expect(between).toMatchObject([{ from: 'one', to: 'c' }]);
      return simpleLayout(some, between);
    },
  );
  expect(asked.map((some) => some.map(({ id }) => id))).toEqual([['c', 'd', 'one']]);
  expect((placed?.get('b')?.y ?? 0) - (placed?.get('a')?.y ?? 0)).toBe(240);
  expect(placed?.get('b')?.x).toBe(placed?.get('a')?.x);
});
