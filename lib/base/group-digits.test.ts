import { expect, test } from 'vitest';
import { groupDigits } from './group-digits';

test('digits stand in groups of three', () => {
  expect([7, 990, 1000, 75_000_000].map(groupDigits)).toEqual(['7', '990', '1,000', '75,000,000']);
});
