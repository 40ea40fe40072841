import { expect, test } from 'vitest';
import { keepStraight } from './keep-straight';

const from = new Map([
  ['a', { x: 100, y: 50 }],
  ['b', { x: 400, y: 70 }],
]);

test('cards kept straight go the way they have come furthest, all of them the same way', () => {
  expect(
    keepStraight(
      [
        ['a', { x: 160, y: 80 }],
        ['b', { x: 460, y: 100 }],
      ],
      from,
    ),
  ).toEqual({
    along: 'x',
    placed: [
      ['a', { x: 160, y: 50 }],
      ['b', { x: 460, y: 70 }],
    ],
  });
  expect(keepStraight([['a', { x: 110, y: 20 }]], from)).toEqual({ along: 'y', placed: [['a', { x: 100, y: 20 }]] });
});

test('what was nowhere before stays where it is put', () => {
  expect(keepStraight([['new', { x: 7, y: 9 }]], from).placed).toEqual([['new', { x: 7, y: 9 }]]);
  expect(keepStraight([], from).placed).toEqual([]);
});
