import { expect, test } from 'vitest';
import { placeAt, placeBeside } from './place-at';

const card = (x: number, y: number) => ({ x, y, width: 252, height: 200 });

test('what is pasted comes under the pointer by its head, and keeps its arrangement', () => {
  const coming = new Map([
    ['order', card(1_000, 500)],
    ['customer', card(1_400, 560)],
  ]);
  expect(new Map(placeAt(coming, { x: 100, y: 50 }, []))).toEqual(
    new Map([
      ['order', { x: -226, y: 29 }],
      ['customer', { x: 174, y: 89 }],
    ]),
  );
});

test('where a card stands already, all of them give way together', () => {
  const coming = new Map([['order', card(0, 0)]]);
  const [[, spot] = ['', { x: 0, y: 0 }]] = placeAt(coming, { x: 126, y: 21 }, [card(0, 0)]);
  expect(spot).not.toEqual({ x: 0, y: 0 });
  expect(Math.abs(spot.x) >= 272 || Math.abs(spot.y) >= 220).toBe(true);
});

test('copies stand beside what they are copies of, with room for a line between, and cover nothing', () => {
  const [original, neighbour] = [card(0, 0), card(316, 0)];
  const [[, spot] = ['', original]] = placeBeside(new Map([['copy', original]]), [original, neighbour]);
  for (const { x, y, width, height } of [original, neighbour]) {
    const isAcross = spot.x >= x + width + 64 || spot.x + 252 + 64 <= x;
    expect(isAcross || spot.y >= y + height + 20 || spot.y + 200 + 20 <= y).toBe(true);
  }
});
