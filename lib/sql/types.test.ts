import { expect, test } from 'vitest';
import { describeSqlProblem } from './describe-problem';
import { parseExpression } from './parse';
import { sampleTypeOf } from './sample-table';
import type { Expression, SqlType } from './tree';
import { isAssignable, typeExpression } from './types';

function read(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${parsed.error.code}: ${text}`);
  return parsed.value;
}

test.each([
  ['n', 'integer'],
  ['n + 1', 'integer'],
  ['n * 1.5', 'decimal'],
  ['n / m', 'decimal'],
  ['n % m', 'integer'],
  ["word || ' ' || label", 'string'],
  ['day + 7', 'date'],
  ['day - due', 'integer'],
  ["day + interval '1 day'", 'timestamp'],
  ['seen - at', 'interval'],
  ['n > 1 and not flag', 'boolean'],
  ['null', 'unknown'],
  ['coalesce(null, n, 1.0)', 'decimal'],
  ['case when flag then day else at end', 'timestamp'],
  ["date_trunc('month', day)", 'date'],
  ["date_trunc('month', at)", 'timestamp'],
  ['sum(n)', 'integer'],
  ['avg(n)', 'decimal'],
  ['count(distinct word)', 'integer'],
  ['max(day)', 'date'],
  ['percentile(n, 0.5)', 'decimal'],
  ['sum(case when flag then 1 else 0 end) / count(*)', 'decimal'],
  ['cast(word as date)', 'date'],
  ["at >= '2024-01-01'", 'boolean'],
  ['day = at', 'boolean'],
  ['n = ratio', 'boolean'],
])('%s is of type %s', (text, type) => {
  expect(typeExpression(read(text), sampleTypeOf)).toEqual({ type, problems: [] });
});

test.each([
  ['nn + 1', 'nn', 'There is no “nn” here; did you mean “n”?'],
  ['s.labl', 's.labl', 'There is no “s.labl” here; did you mean “s.label”?'],
  ['word = n', 'word = n', '“=” cannot compare text with whole number.'],
  ["n = '5'", "n = '5'", '“=” cannot compare whole number with text.'],
  ["day = 'soon'", "day = 'soon'", '“=” cannot compare date with text.'],
  ['sum(word)', 'word', 'sum needs whole number or decimal number as argument 1, not text.'],
  ['not n', 'n', '“not” needs yes/no value, not whole number.'],
  ['n and flag', 'n', '“and” needs yes/no value, not whole number.'],
  ['day - word', 'day - word', '“-” cannot bring date and text together.'],
  ['day + 1.5', 'day + 1.5', '“+” cannot bring date and decimal number together.'],
  ['word + word', 'word + word', '“+” cannot bring text and text together.'],
  ['n || word', 'n || word', '“||” cannot bring whole number and text together.'],
  ['-word', 'word', '“-” needs whole number or decimal number or interval, not text.'],
  ['coalesce(n, word)', 'word', '“coalesce” cannot bring whole number and text together.'],
  ['case when flag then 1 else word end', 'word', '“case” cannot bring whole number and text together.'],
  ["case n when 'a' then 1 end", "'a'", '“case” cannot compare whole number with text.'],
  ['n between 1 and word', 'word', '“between” cannot compare whole number with text.'],
  ["n in (1, 'a')", "'a'", '“in” cannot compare whole number with text.'],
  ['n like word', 'n', '“like” needs text, not whole number.'],
  ['doc = doc', 'doc = doc', '“=” cannot compare JSON document with JSON document.'],
  ['cast(day as integer)', 'cast(day as integer)', 'A date cannot be turned into a whole number.'],
  ['extract(hour from day)', 'extract(hour from day)', 'A date has no hour.'],
  ['sum(max(n))', 'max(n)', 'max stands inside another aggregate; each row can be aggregated only once.'],
  [
    'min(flag)',
    'flag',
    'min needs text or whole number or decimal number or date or time of day or timestamp or interval as argument 1, not yes/no value.',
  ],
])('%s is wrong at %s: %s', (text, place, words) => {
  const { problems } = typeExpression(read(text), sampleTypeOf, ['n', 'm', 's.label', 's.word']);
  expect(problems.map(describeSqlProblem)).toEqual([words]);
  const at = problems[0]?.at;
  expect(at && text.slice(at.start, at.end)).toBe(place);
});

test('a mistake is reported once, however much is built upon it', () => {
  const { type, problems } = typeExpression(
    read('abs(nothing + 1) * 2 > length(upper(nowhere)) or not none'),
    sampleTypeOf,
  );
  expect(type).toBe('boolean');
  expect(problems.map(({ code }) => code)).toEqual(['unknown-column', 'unknown-column', 'unknown-column']);
});

test('a whole number fits a decimal and a date a timestamp; the reverse loses something', () => {
  const pairs: [SqlType, SqlType, boolean][] = [
    ['integer', 'decimal', true],
    ['decimal', 'integer', false],
    ['date', 'timestamp', true],
    ['timestamp', 'date', false],
    ['unknown', 'string', true],
    ['string', 'unknown', true],
    ['string', 'integer', false],
    ['boolean', 'boolean', true],
  ];
  for (const [from, to, fits] of pairs) expect(isAssignable(from, to), `${from} to ${to}`).toBe(fits);
});
