import { expect, test } from 'vitest';
import { countOf } from './count-of';

test('only one is singular', () => {
  expect([0, 1, 4].map((count) => countOf(count, 'column'))).toEqual(['0 columns', '1 column', '4 columns']);
  expect([1, 2].map((count) => countOf(count, 'entity', 'entities'))).toEqual(['1 entity', '2 entities']);
});

test('many are grouped as people read them', () => {
  expect(countOf(12_345, 'row')).toBe('12,345 rows');
});
