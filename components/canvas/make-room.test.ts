import { expect, test } from 'vitest';
import type { Box } from './box';
import { coveredBy, makeRoom } from './make-room';

const at = (x: number, y: number, height = 100): Box => ({ x, y, width: 252, height });

test('what a grown card covers goes below it, what stood there gives way, and the rest stays', () => {
  const boxes = new Map([
    ['order', at(0, 0, 300)],
    ['metric', at(34, 226)],
    ['next', at(34, 340)],
    ['far below', at(34, 900)],
    ['beside', at(400, 200)],
    ['above', at(0, -200)],
  ]);
  expect(coveredBy('order', boxes)).toEqual(['metric']);
  const moved = makeRoom('order', boxes);
  expect([...moved]).toEqual([
    ['metric', { x: 34, y: 326 }],
    ['next', { x: 34, y: 452 }],
  ]);
});

test('a card that covers nothing moves nothing', () => {
  const boxes = new Map([
    ['order', at(0, 0)],
    ['metric', at(34, 126)],
  ]);
  expect(coveredBy('order', boxes)).toEqual([]);
  expect(makeRoom('order', boxes).size).toBe(0);
});
