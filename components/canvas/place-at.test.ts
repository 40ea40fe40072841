import { expect, test } from 'vitest';
import { placeAt } from './place-at';

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
