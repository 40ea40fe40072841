import { expect, test } from 'vitest';
import { compareText } from './compare-text';

test('order is by code unit, not by the locale of the machine', () => {
  expect(['b', 'a', 'ä', 'Z', 'a'].sort(compareText)).toEqual(['Z', 'a', 'a', 'b', 'ä']);
});
