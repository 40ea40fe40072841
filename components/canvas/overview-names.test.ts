import { expect, test } from 'vitest';
import type { Box } from './box';
import { overviewNames } from './overview-names';

const board = { x: 0, y: 0, zoom: 0.09, width: 1200, height: 800 };
const cards = Array.from({ length: 300 }, (_, index): [string, Box] => [
  `Thing ${index}`,
  { x: (index % 20) * 380, y: Math.floor(index / 20) * 460, width: 252, height: 400 },
]);
const drawn = overviewNames({ cards, nameOf: (id) => id, widthOf: (text) => text.length * 0.55, view: board });

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
    cards: [['Away', { x: -9000, y: 0, width: 252, height: 100 }]],
    nameOf: (id) => id,
    widthOf: () => 1,
    view: board,
  });
  expect(far).toEqual([]);
});
