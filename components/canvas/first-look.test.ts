import { expect, test } from 'vitest';
import { firstLook } from './first-look';

const column = (index: number, height = 400) => ({ x: index * 364, y: 0, width: 252, height });

test('a drawing that can be read whole is shown whole', () => {
  expect(firstLook([column(0), column(1)], { width: 1000, height: 700 }, 0.6)).toEqual({
    x: 0,
    y: 0,
    width: 616,
    height: 400,
  });
});

test('of a wider one as many whole cards as can be read are shown, from the upper left', () => {
  const look = firstLook(
    [0, 1, 2, 3, 4].map((index) => column(index)),
    { width: 600, height: 600 },
    0.6,
  );
  expect(look).toMatchObject({ x: 0, y: 0, width: 980 });
});

test('of a tall one no more is shown than can be read', () => {
  const look = firstLook([column(0, 5000), column(1, 300)], { width: 1000, height: 500 }, 0.6);
  expect(look).toMatchObject({ width: 616, height: 308 });
});
