import { expect, test } from 'vitest';
import { joinWords } from './join-words';

test('the last of several is joined by "and", the others by commas', () => {
  expect(joinWords([])).toBe('');
  expect(joinWords(['a'])).toBe('a');
  expect(joinWords(['a', 'b'])).toBe('a and b');
  expect(joinWords(['a', 'b', 'c'])).toBe('a, b and c');
});
