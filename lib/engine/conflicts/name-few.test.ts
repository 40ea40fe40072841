import { expect, test } from 'vitest';
import { nameFew } from './name-few';

test('a few are named, of many the ends and how many there are between', () => {
  expect(nameFew(['A', 'B', 'C', 'D'])).toBe('A, B, C and D');
  expect(nameFew(['A', 'B', 'C', 'D', 'E'])).toBe('A, E and the 3 between them');
});
