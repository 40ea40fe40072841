import { expect, test } from 'vitest';
import { describeShare } from './describe-share';
import { groupDigits } from './group-digits';
import { localiseNumbers } from './localise-numbers';

const PORTUGUESE = { group: '.', decimal: ',' };

test.each([
  ['Orders is available 99.8666 % of the time', 'Orders is available 99,8666 % of the time'],
  ['at least 1,200 to 75,000,000 rows, kept for 1,095 days', 'at least 1.200 to 75.000.000 rows, kept for 1.095 days'],
  ['0.15 points to spare', '0,15 points to spare'],
  ['99.5 %', '99,5 %'],
])('%s', (words, wanted) => {
  expect(localiseNumbers(words, PORTUGUESE)).toBe(wanted);
});

test('what is no count and no share stays as it is', () => {
  const words =
    "v1.2 of 1,2 and 2020-01-01, 10 h 50, where price > 1.5 and code in ('1,000'), the rule “99.5 % of 1,000”";
  expect(localiseNumbers(words, PORTUGUESE)).toBe(words);
});

test('every count and every share is found', () => {
  for (const count of [1_000, 99_441, 1_234_567]) {
    expect(localiseNumbers(`${groupDigits(count)} rows`, PORTUGUESE)).toBe(`${count.toLocaleString('pt-BR')} rows`);
  }
  expect(localiseNumbers(describeShare(0.123456), PORTUGUESE)).toBe('12,3456 %');
});

test('where numbers are written as they are made, nothing is looked for', () => {
  const words = 'at least 1,200 rows';
  expect(localiseNumbers(words, { group: ',', decimal: '.' })).toBe(words);
});
