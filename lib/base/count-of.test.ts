import { expect, test } from 'vitest';
import { countOf } from './count-of';

test('only one is singular', () => {
  expect([0, 1, 4].map((count) => countOf(count, 'column'))).toEqual(['0 columns', '1 column', '4 columns']);
});
