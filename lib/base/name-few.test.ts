import { expect, test } from 'vitest';
import { nameFew, nameWay } from './name-few';

test('a few are named, of many the first and how many more', () => {
  expect(nameFew(['A', 'B', 'C', 'D'])).toBe('A, B, C and D');
  expect(nameFew(['A', 'B', 'C', 'D', 'E', 'F'])).toBe('A, B, C and 3 more');
});

test('of a long way the ends are named, and how many stand between', () => {
  expect(nameWay(['A', 'B', 'C', 'D'])).toBe('A, B, C and D');
  expect(nameWay(['A', 'B', 'C', 'D', 'E'])).toBe('A, E and the 3 between them');
});
