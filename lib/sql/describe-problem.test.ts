import { expect, test } from 'vitest';
import { describeSqlProblem } from './describe-problem';
import { parseExpression } from './parse';

test.each([
  ['', 'There is no expression here yet.'],
  ['a +', 'Expected an expression, but found the end.'],
  ['(a', 'Expected “)”, but found the end.'],
  ['a b', '“b” does not belong here.'],
  ['summ(a)', 'There is no function “summ”; did you mean “sum”?'],
  ['frobnicate(a)', 'There is no function “frobnicate”.'],
  ['left(a)', 'left takes 2 arguments, not 1.'],
  ['substring(a)', 'substring takes 2 to 3 arguments, not 1.'],
  ['coalesce()', 'coalesce takes at least 1 argument, not 0.'],
  ['abs()', 'abs takes 1 argument, not 0.'],
  ['group', '“group” is a word of the language. If it is a name, write it in double quotes.'],
  ["date '2024-02-30'", "'2024-02-30' is not a valid date, such as 2024-01-31."],
  [
    "date_trunc('eon', a)",
    'date_trunc needs one of these here: year, quarter, month, week, day, hour, minute, second.',
  ],
  ['percentile(a, 90)', 'percentile needs a number between 0 and 1 here.'],
  ['cast(a as txt)', 'There is no type “txt”; did you mean “text”?'],
  ['a < b < c', 'Comparisons cannot follow one another (“<”); join them with and, or add parentheses.'],
  ['drop table t', '“drop” begins a statement. Only an expression is allowed here, such as price * quantity.'],
  ['a = (select 1)', 'Queries inside an expression are not allowed. Add an input and join it instead.'],
  [
    'a\u00a0b',
    'The character U+00A0 has no meaning in an expression. A name that holds it is written in double quotes.',
  ],
  ['a ¿ b', 'The character “¿” has no meaning in an expression. A name that holds it is written in double quotes.'],
])('%j: %s', (text, words) => {
  const parsed = parseExpression(text);
  expect(parsed.ok ? 'accepted' : describeSqlProblem(parsed.error)).toBe(words);
});
