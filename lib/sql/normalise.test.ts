import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEqualNormalised, normaliseExpression } from './normalise';
import { parseExpression } from './parse';
import { printExpression } from './print';
import { chooserOf, SAMPLE_TYPES, sampleExpression } from './sample-expression';
import type { Expression } from './tree';

function read(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${parsed.error.code}: ${text}`);
  return parsed.value;
}

test.each([
  ['b and a and b', 'a and b'],
  ['a and (b and true)', 'a and b'],
  ['not not a', 'a'],
  ['not (a = b)', 'a <> b'],
  ['not (a < b)', 'b <= a'],
  ['not (a is null)', 'a is not null'],
  ['not (a in (1, 2))', 'a not in (1, 2)'],
  ['not (a and not b)', 'b or not a'],
  ['not (a or b = 1)', '1 <> b and not a'],
  ['not flag', 'not flag'],
  ['a > b', 'b < a'],
  ['b = a', 'a = b'],
  ['a is distinct from null', 'a is not null'],
  ['x between 1 and 2', '1 <= x and x <= 2'],
  ['x not between 1 and 2', '2 < x or x < 1'],
  ["s in ('b', 'a', 'b')", "s in ('a', 'b')"],
  ["s in ('a')", "'a' = s"],
  ["s not in ('a')", "'a' <> s"],
  ['b * a + c', 'a * b + c'],
  ['c + b - a', 'b + c - a'],
  ['- -a', 'a'],
  ['+a', 'a'],
  ['1.500', '1.5'],
  ['2.00', '2.0'],
  ["cast('2024-01-31' as date)", "date '2024-01-31'"],
  ["cast('a' as string)", "'a'"],
  ['cast(1 as integer)', '1'],
  ['cast(cast(x as integer) as integer)', 'cast(x as integer)'],
  ['coalesce(coalesce(a, b), c)', 'coalesce(a, b, c)'],
  ['coalesce(a)', 'a'],
  ['greatest(b, a, greatest(c, a))', 'greatest(a, b, c)'],
  ['case when a then 1 else null end', 'case when a then 1 end'],
  ["case when s = 'a' then 1 when 'b' = s then 2 end", "case s when 'a' then 1 when 'b' then 2 end"],
  ["case when s = 'a' then 1 when t = 'b' then 2 end", "case when 'a' = s then 1 when 'b' = t then 2 end"],
  ['count(1)', 'count(*)'],
  ['count(null)', 'count(null)'],
])('%s is %s', (text, want) => {
  expect(printExpression(normaliseExpression(read(text)))).toBe(want);
});

test.each([
  ['a - b', 'b - a'],
  ['a + b + c', 'a + (b + c)'],
  ['a || b', 'b || a'],
  ['coalesce(a, b)', 'coalesce(b, a)'],
  ['a / b', 'b / a'],
  ['count(a)', 'count(*)'],
  ['case when a then true else false end', 'a'],
  ['random() between 0 and 1', '0 <= random() and random() <= 1'],
])('%s and %s are not called equal', (a, b) => {
  expect(isEqualNormalised(read(a), read(b))).toBe(false);
});

test('normalising twice changes nothing', () => {
  for (let seed = 0; seed < 2000; seed++) {
    const tree = sampleExpression(chooserOf(seed), SAMPLE_TYPES[seed % SAMPLE_TYPES.length] ?? 'string', 5);
    const once = normaliseExpression(tree);
    expect(printExpression(normaliseExpression(once)), printExpression(tree)).toBe(printExpression(once));
  }
});

test('a between inside a between does not double the text at every level', () => {
  const nested = fc.integer({ min: 1, max: 60 }).map((depth) => {
    let text = 'a';
    for (let level = 0; level < depth; level++) text = `(${text}) between b and c`;
    return text;
  });
  fc.assert(
    fc.property(nested, (text) => {
      expect(printExpression(normaliseExpression(read(text))).length).toBeLessThan(4 * text.length + 100);
    }),
  );
});
