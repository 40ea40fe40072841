import { expect, test } from 'vitest';
import { parseExpression } from './parse';
import { printExpression } from './print';
import { andOf, conjunctsOf, disjunctsOf, mapColumns, orOf, sameExpression } from './rewrite';
import type { Expression } from './tree';

function read(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${parsed.error.code}: ${text}`);
  return parsed.value;
}

test('a substituted expression keeps its meaning, with the parentheses it needs', () => {
  const tree = mapColumns(read('price * discount'), ({ name }) => (name === 'price' ? read('net + tax') : undefined));
  expect(printExpression(tree)).toBe('(net + tax) * discount');
});

test('substitution is all at once: two columns may change places', () => {
  const tree = mapColumns(read('a - b'), ({ name }) => read(name === 'a' ? 'b' : 'a'));
  expect(printExpression(tree)).toBe('b - a');
});

test('nothing to substitute gives the very same tree', () => {
  const tree = read('case when a then b end + coalesce(c, 1)');
  expect(mapColumns(tree, () => undefined)).toBe(tree);
});

test('conditions are taken apart however they were bracketed', () => {
  expect(conjunctsOf(read('a and (b and (c or d)) and e')).map((tree) => printExpression(tree))).toEqual([
    'a',
    'b',
    'c or d',
    'e',
  ]);
  expect(disjunctsOf(read('a or (b or c and d)')).map((tree) => printExpression(tree))).toEqual(['a', 'b', 'c and d']);
  expect(conjunctsOf(read('a or b'))).toHaveLength(1);
});

test('conditions are put together flat, and none of them is true or false', () => {
  expect(printExpression(andOf([read('a and b'), read('c or d')]))).toBe('a and b and (c or d)');
  expect(printExpression(orOf([read('a or b'), read('c and d')]))).toBe('a or b or c and d');
  expect(printExpression(andOf([read('a')]))).toBe('a');
  expect(printExpression(andOf([]))).toBe('true');
  expect(printExpression(orOf([]))).toBe('false');
});

test('two trees are the same wherever they were written, and differ in anything else', () => {
  expect(sameExpression(read('a   +  b'), read('(a) + b'))).toBe(true);
  expect(sameExpression(read('a + b'), read('b + a'))).toBe(false);
  expect(sameExpression(read('"1"'), read("'1'"))).toBe(false);
  expect(sameExpression(read('a and (b and c)'), read('a and b and c'))).toBe(false);
});
