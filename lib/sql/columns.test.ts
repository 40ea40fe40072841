import { expect, test } from 'vitest';
import { aggregatesIn, columnsOf, hasAggregate } from './columns';
import { parseExpression } from './parse';
import { printExpression } from './print';
import type { Expression } from './tree';

function read(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${parsed.error.code}: ${text}`);
  return parsed.value;
}

test.each([
  ['1 + 2', []],
  ['b + a + b', ['b', 'a']],
  ['o.id = c.id and id > 0', ['o.id', 'c.id', 'id']],
  ['case status when a then b else c end', ['status', 'a', 'b', 'c']],
  ["date_trunc('month', ordered_at) between low and high", ['ordered_at', 'low', 'high']],
  ['sum(x) / count(distinct y)', ['x', 'y']],
  ["extract(year from a) in (b, 1) and c like d escape '!'", ['a', 'b', 'c', 'd']],
  ['cast(a as date) is not null or not b', ['a', 'b']],
])('%s reads %j, each once and in order', (text, want) => {
  const found = columnsOf(read(text)).map(({ qualifier, name }) => (qualifier ? `${qualifier}.${name}` : name));
  expect(found).toEqual(want);
});

test('an expression over many rows is told from one over a single row', () => {
  expect(hasAggregate(read('1 - sum(a) / count(*)'))).toBe(true);
  expect(hasAggregate(read('1 - a / b'))).toBe(false);
});

test('the aggregates of an expression are found in the order they are written, outermost only', () => {
  const found = aggregatesIn(read('coalesce(sum(a), 0) / sum(max(b)) + count(*)')).map((tree) => printExpression(tree));
  expect(found).toEqual(['sum(a)', 'sum(max(b))', 'count(*)']);
});
