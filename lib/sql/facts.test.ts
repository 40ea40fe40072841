import { expect, test } from 'vitest';
import { isDeterministic, isStrict } from './facts';
import { parseExpression } from './parse';
import type { Expression } from './tree';

function read(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${parsed.error.code}: ${text}`);
  return parsed.value;
}

test('what reads the clock or the dice may not be computed elsewhere', () => {
  expect(isDeterministic(read('a + b * abs(c)'))).toBe(true);
  expect(isDeterministic(read('current_date - signed_up'))).toBe(false);
  expect(isDeterministic(read('coalesce(a, random())'))).toBe(false);
});

test.each([
  ['a + b', true],
  ['a / b', true],
  ['upper(a) = b', true],
  ['a in (1, 2)', true],
  ['not a', true],
  ['cast(a as date)', true],
  ["a like '%x%'", true],
  ['1', true],
  ['case when true then 1 end', true],
  ['coalesce(a, 0)', false],
  ['a is null', false],
  ['a or b', false],
  ['a is distinct from b', false],
  ['a in (b, 1)', false],
  ['a between b and c', false],
  ['concat(a, b)', false],
  ['case when a then b end', false],
  ['nullif(a, 0)', false],
  ['count(a)', false],
])('%s is null whenever a column is: %s', (text, want) => {
  expect(isStrict(read(text))).toBe(want);
});
