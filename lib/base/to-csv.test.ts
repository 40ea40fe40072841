import { expect, test } from 'vitest';
import { toCsv } from './to-csv';

test('commas, quotes and new lines stay within their cell; nothing is an empty one', () => {
  expect(toCsv([['a,b', 'say "x"', 'two\nlines', null, -670]])).toBe('"a,b","say ""x""","two\nlines",,-670\r\n');
});

test('a name that looks like a formula is a name', () => {
  expect(toCsv([['=HYPERLINK("x")', '@here', '-1']])).toBe('"\'=HYPERLINK(""x"")",\'@here,\'-1\r\n');
});
