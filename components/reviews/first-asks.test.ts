import { expect, test } from 'vitest';
import { firstAsks } from './first-asks';

const parts = [
  { title: 'Orders', asks: [1, 2, 3] },
  { title: 'Nobody’s', asks: [] },
  { title: 'Reviews', asks: [4, 5] },
];

test('so many asks are shown in all, and every part says how many it has', () => {
  expect(firstAsks(parts, 4)).toEqual([
    { title: 'Orders', asks: [1, 2, 3], inAll: 3 },
    { title: 'Reviews', asks: [4], inAll: 2 },
  ]);
});

test('a part with nothing to show has no heading', () => {
  expect(firstAsks(parts, 3).map(({ title }) => title)).toEqual(['Orders']);
  expect(firstAsks(parts, 99).map(({ title }) => title)).toEqual(['Orders', 'Reviews']);
});
