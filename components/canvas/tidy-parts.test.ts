import { expect, test } from 'vitest';
import { overlaps } from './box';
import { type BlockLine, blockHeight, blockWidth, type LayoutBlock } from './layout-block';
import { besideEachOther } from './place-parts';
import { type TidyPart, tidyParts } from './tidy-parts';

const block = (id: string): LayoutBlock => ({ id, entityId: id, entityHeight: 200, metricIds: [] });
const line = (from: string, to: string): BlockLine => ({ id: `${from}-${to}`, from, to, fromY: 60, toY: 60 });
const many = (count: number, name: string) => Array.from({ length: count }, (_, at) => `${name}${at}`);

/** Four crowds of thirty, each around a middle and in a row, joined in a ring; and ten that nothing is joined to. */
const NAMES = ['a', 'b', 'c', 'd'];
const crowds = NAMES.map((name) => many(30, name));
const blocks = [...crowds.flat(), ...many(10, 'alone')].map(block);
const lines = [
  ...crowds.flatMap(([middle = '', ...rest]) =>
    rest.flatMap((id, at) => [line(id, middle), ...rest.slice(at + 1, at + 2).map((next) => line(next, id))]),
  ),
  ...NAMES.map((name, at) => line(`${name}7`, `${NAMES[(at + 1) % 4]}9`)),
];
const idsOf = (part: TidyPart) => part.blocks.map(({ id }) => id).sort();

test('a small model is laid out as a whole', () => {
  expect(tidyParts(blocks.slice(0, 60), lines)).toHaveLength(1);
});

test('a large model comes apart where the fewest lines are cut, and what is joined to nothing stays together', () => {
  const parts = tidyParts(blocks, lines);
  expect(parts.map(idsOf).sort()).toEqual([...crowds, many(10, 'alone')].map((ids) => [...ids].sort()).sort());
  expect(parts.flatMap((part) => part.lines)).toHaveLength(4 * (29 + 28));
});

test('no part is larger than what can be read, whatever the lines', () => {
  const star = [...many(300, 'x')].map(block);
  const parts = tidyParts(
    star,
    star.slice(1).map(({ id }) => line(id, 'x0')),
  );
  expect(Math.max(...parts.map((part) => part.blocks.length))).toBeLessThanOrEqual(36);
  expect(parts.flatMap(idsOf).sort()).toEqual(star.map(({ id }) => id).sort());
});

test('parts beside each other cover nothing, and those that are joined are neighbours', () => {
  const parts = tidyParts(blocks, lines);
  const rows = parts.map(
    (part) => new Map(part.blocks.map(({ id }, at) => [id, { x: (at % 6) * 300, y: Math.floor(at / 6) * 240 }])),
  );
  const placed = besideEachOther(parts, rows, { lines, aspect: 1.5 });
  expect(placed.size).toBe(blocks.length);
  const boxes = blocks.map((one) => ({
    x: 0,
    y: 0,
    ...placed.get(one.id),
    width: blockWidth(one),
    height: blockHeight(one),
  }));
  for (const [at, box] of boxes.entries())
    for (const other of boxes.slice(at + 1)) expect(overlaps(box, other)).toBe(false);
});
