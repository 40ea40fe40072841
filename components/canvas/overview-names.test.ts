import { expect, test } from 'vitest';
import type { Area } from '@/lib/model/area';
import type { Box } from './box';
import { overviewNames } from './overview-names';

const board = { x: 0, y: 0, zoom: 0.09, width: 1200, height: 800 };
const cards = Array.from({ length: 300 }, (_, index): [string, Box] => [
  `Thing ${index}`,
  { x: (index % 20) * 380, y: Math.floor(index / 20) * 460, width: 252, height: 400 },
]);
const given = {
  cards,
  areas: [],
  nameOf: (id: string) => id,
  widthOf: (text: string) => text.length * 0.55,
  view: board,
};
const drawn = overviewNames(given);

test('at nine per cent no name is smaller than can be read, and none lies on another', () => {
  expect(drawn.length).toBeGreaterThan(100);
  for (const { size } of drawn) expect(size).toBeGreaterThanOrEqual(10);
  const boxes = drawn.map(({ at, text, size }) => ({
    x: at.x,
    y: at.y,
    width: text.length * 0.55 * size,
    height: size,
  }));
  for (const [index, a] of boxes.entries())
    for (const b of boxes.slice(index + 1))
      expect(a.x < b.x + b.width && b.x < a.x + a.width && Math.abs(a.y - b.y) < a.height).toBe(false);
});

test('who comes first gets a name; who is out of sight needs none', () => {
  expect(drawn[0]?.id).toBe('Thing 0');
  const far = overviewNames({
    ...given,
    cards: [['Away', { x: -9000, y: 0, width: 252, height: 100 }]],
  });
  expect(far).toEqual([]);
});

test('areas have their names on them, and no card has its own there', () => {
  const area: Area = { name: 'Orders and baskets', color: 'blue', members: [], isFolded: false };
  const box = { x: 0, y: 1170, width: 2000, height: 400 };
  const names = overviewNames({ ...given, areas: [{ id: 'a', area, box, cardIds: [] }] });
  expect(names[0]).toMatchObject({ text: 'Orders and baskets', color: 'blue', at: { x: 0 } });
  expect(names[0]?.at.y).toBeLessThan(box.y * board.zoom);
  expect(drawn.map(({ id }) => id)).toContain('Thing 40');
  expect(names.map(({ id }) => id)).not.toContain('Thing 40');
});
