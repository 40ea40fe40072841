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
  '(a = b) is true',
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
  const want = text === '(a = b) is true' ? 'a = b is true' : text;
  expect(read(text)).toBe(want);
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
