import { expect, test } from 'vitest';
import { groupBy } from './group-by';

test('groups and their items keep the order they came in', () => {
  const groups = groupBy(['pear', 'apple', 'plum', 'avocado'], (word) => word.charAt(0));
  expect([...groups]).toEqual([
    ['p', ['pear', 'plum']],
    ['a', ['apple', 'avocado']],
  ]);
});
