import { expect, test } from 'vitest';
import { parseExpression } from '@/lib/sql/parse';
import { valuesWanted } from './values-wanted';

const wanted = (text: string) => {
  const tree = parseExpression(text);
  if (!tree.ok) throw new Error(text);
  return Array.from(valuesWanted(tree.value), ([name, { values }]) => `${name}: ${values.join(' ')}`).join('; ');
};

test.each([
  "a in ('x', 'y')",
  "a = 'x' or a = 'y'",
  "'x' = a or (a = 'y' or a = 'x' and b > 1)",
  "not (a <> 'x' and a <> 'y')",
  "not (a not in ('x', 'y'))",
  "(a = 'x' or a = 'y') is true",
  "b > 1 and (a = 'x' or a = 'y')",
  "(a = 'x' and b > 1) or (a = 'y' and b > 2)",
  "a in ('x', 'y', 'z') and (a = 'x' or a in ('y', 'w'))",
])('%s wants both values', (text) => {
  expect([...new Set(wanted(text).split(/: | /))]).toEqual(['a', 'x', 'y']);
});

test.each([
  "a = 'x' or b = 'x'",
  "a = 'x' or a is null",
  "a <> 'x'",
  "not (a = 'x')",
  "a not in ('x')",
  'a = b',
  "a = 'x' or a > 'y'",
])('%s wants none: rows without it are counted too', (text) => {
  expect(wanted(text)).toBe('');
});

test('what is wanted of two columns is told of each', () => {
  expect(wanted("(a = 'x' and b = 'u') or (b = 'v' and a = 'y')")).toBe('a: x y; b: u v');
});
