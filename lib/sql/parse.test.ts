import { expect, test } from 'vitest';
import { parseExpression } from './parse';
import { printExpression } from './print';

/** What a text reads as, printed canonically, or the code of what is wrong with it. */
function read(text: string): string {
  const parsed = parseExpression(text);
  return parsed.ok ? printExpression(parsed.value) : parsed.error.code;
}

test.each([
  'coalesce(t.category_english, p.category_name)',
  'o.amount_cents / 100.0',
  "o.customer_unique_id = c.customer_unique_id and o.status <> 'canceled'",
  'count(distinct o.order_id)',
  'count(*)',
  "status in ('a', 'b')",
  'delivered_at is not null',
  'not is_late',
  '1 - active_180d / active_before',
  'price * (1 - discount)',
  '(a or b) and c',
  "sum(case when status = 'won' then amount else 0 end)",
  "case status when 'a' then 1 when 'b' then 2 end",
  "date_trunc('month', ordered_at)",
  'extract(year from ordered_at)',
  'cast(x as decimal(18, 2))',
  'try_cast(x as integer)',
  "day >= date '2024-01-31' - interval '3 days'",
  "at < timestamp '2024-01-31 06:00:00'",
  "opens > time '06:30:00'",
  'a is not distinct from b',
  'a - (b - c)',
  'a - b - c',
  'a / (b * c)',
  '- -a',
  'a - -1',
  '-(a + b)',
  'not (a and b)',
  'a = b is true',
  'a between 1 and 2 and b',
  'x not between a and b',
  "name not ilike '%shop!%' escape '!'",
  '\'it\'\'s\' || "Order No" || o."group"',
  'a and (b and c)',
  'avg(x)',
  'percentile(x, 0.9)',
  "date_diff('day', a, b)",
  'current_date - signed_up',
])('%s is already canonical', (text) => {
  expect(read(text)).toBe(text);
});

test.each([
  ['a!=1', 'a <> 1'],
  ['A AND b OR c', 'A and b or c'],
  ['x::int', 'cast(x as integer)'],
  ['-x::text', '-cast(x as string)'],
  ['((a))', 'a'],
  ['(a and b) or c', 'a and b or c'],
  ['AVERAGE(x)', 'avg(x)'],
  ['substr(a,1,2)', 'substring(a, 1, 2)'],
  ['mod(a, b + 1)', 'a % (b + 1)'],
  ['a // b // (c + 1) * 2', 'div(div(a, b), c + 1) * 2'],
  ['if(a, b, c)', 'case when a then b else c end'],
  ['year(d)', 'extract(year from d)'],
  ['interval 3 day', "interval '3 days'"],
  ["interval '1' MONTH", "interval '1 month'"],
  ["timestamp '2024-01-31T06:00'", "timestamp '2024-01-31 06:00:00'"],
  ['1e3', '1000.0'],
  ['12e-4', '0.0012'],
  ['.5', '0.5'],
  ['007', '7'],
  ['5.', '5.0'],
  ['"plain"', 'plain'],
  ['now()', 'current_timestamp'],
  ['date', 'date'],
  ['a\n=\t1', 'a = 1'],
])('%s is printed %s', (text, want) => {
  expect(read(text)).toBe(want);
});

test.each([
  ['', 'empty', '', 0],
  ['   ', 'empty', '   ', 0],
  ['a + ', 'expected', '', 4],
  ['a b', 'unexpected', 'b', 2],
  ['a = "b', 'unterminated-identifier', '"b', 4],
  ["a = 'b", 'unterminated-string', "'b", 4],
  ['summ(x)', 'unknown-function', 'summ', 0],
  ['o.a.b', 'too-many-qualifiers', 'o.a', 0],
  ['cast(x as datum)', 'unknown-type', 'datum', 10],
  ['cast(x as varchar(3))', 'type-size', '(3)', 17],
  ['left(x)', 'argument-count', 'left(x)', 0],
  ['lower(distinct x)', 'distinct-not-allowed', 'distinct', 6],
  ["date_trunc('eon', x)", 'word-argument', "'eon'", 11],
  ['percentile(x, 90)', 'number-argument', '90', 14],
  ['round(x, 1.5)', 'number-argument', '1.5', 9],
  ["date '2024-02-30'", 'bad-literal', "date '2024-02-30'", 0],
  ['1.2.3', 'bad-number', '1.2.3', 0],
  ['a < b < c', 'chained-comparison', '<', 6],
  ['a is null + 1', 'unexpected', '+', 10],
  ['a + not b', 'unexpected', 'not', 4],
  ['group = 1', 'reserved-word', 'group', 0],
  ['a -- b', 'comment', '--', 2],
  ['a; b', 'semicolon', ';', 1],
  ['a = $1', 'parameter', '$1', 4],
  ['a = :b', 'parameter', ':b', 4],
  ['a @ b', 'forbidden-character', '@', 2],
  ['a = \u2019b\u2019', 'forbidden-character', '\u2019', 4],
  ['a\0', 'forbidden-character', '\0', 1],
  ['drop table t', 'statement', 'drop', 0],
  ['select 1', 'statement', 'select', 0],
  ['a in (select b)', 'subquery', 'select', 6],
  ['sum(a) over ()', 'window', 'over', 7],
  ['count(*) filter (where a)', 'unsupported', 'filter', 9],
  ['(a, b)', 'unsupported', '(a', 0],
])('%j is refused as %s, at %j', (text, code, written, start) => {
  const parsed = parseExpression(text);
  expect(parsed).toMatchObject({ ok: false, error: { code, at: { start, end: start + written.length } } });
  expect(text.slice(start, start + written.length)).toBe(written);
});

test('a misspelt function is answered with the nearest one', () => {
  expect(parseExpression('coalece(a, b)')).toMatchObject({ error: { name: 'coalece', nearest: 'coalesce' } });
  expect(parseExpression('frobnicate(a)')).toMatchObject({ error: { nearest: null } });
});

test('every node says where it was written', () => {
  const parsed = parseExpression('a + coalesce(b, 1)');
  expect(parsed).toMatchObject({
    value: {
      at: { start: 0, end: 18 },
      left: { at: { start: 0, end: 1 } },
      right: { at: { start: 4, end: 18 }, arguments: [{ at: { start: 13, end: 14 } }, { at: { start: 16, end: 17 } }] },
    },
  });
});

test('names keep their case, keywords do not matter in theirs', () => {
  expect(parseExpression('Amount IS NOT Null')).toMatchObject({
    value: { kind: 'test', test: 'null', negated: true, operand: { kind: 'column', qualifier: null, name: 'Amount' } },
  });
});
