import { expect, test } from 'vitest';
import { splitGuards } from './split-guards';

test.each([
  ['(not is_deleted) is not true or not is_won or is_closed', 'not is_won or is_closed', 'not is_deleted'],
  ["a = 1 is not true or b = 'x' is not true or c > 0", 'c > 0', "a = 1 and b = 'x'"],
  ['shipped_on <= received_on', 'shipped_on <= received_on', null],
  ['a is not true', 'a is not true', null],
  ['not an expression (', 'not an expression (', null],
])('%s reads: %s where %s', (condition, rule, where) => {
  expect(splitGuards(condition)).toEqual({ rule, where });
});
