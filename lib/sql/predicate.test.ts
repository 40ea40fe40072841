import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseExpression } from './parse';
import { andPredicates, canonicalPredicate, orPredicates, printPredicate } from './predicate';
import type { Expression } from './tree';

function read(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${parsed.error.code}: ${text}`);
  return parsed.value;
}

test.each([
  ["status = 'delivered'", "status = 'delivered'"],
  ['b and a', 'a and b'],
  ['a and (b and (c and a))', 'a and b and c'],
  ['(b or a) or (c or b)', 'a or b or c'],
  ['c and (b or a)', '(a or b) and c'],
  ['(a or b) and (b or a)', 'a or b'],
  ['(b and a) or (a and b) or c', 'a and b or c'],
  ['a or (a and b)', 'a'],
  ['a and (b or a)', 'a'],
  ['b and a and c or c and a or d', 'a and c or d'],
  ['(a or b) and (c or b or a)', 'a or b'],
  ['((a and b) or a) and (c or not (b and (b or a)))', 'a and (c or not b)'],
  ['a and b or b and c', 'a and b or b and c'],
  ['a and b or b and (a or c)', '(a or c) and b'],
  ['(a or b and c) and (a or b)', 'a or b and c'],
  ['a and b or a and c or a and (b or c)', 'a and (b or c)'],
  ['Z or a or "B"', 'B or Z or a'],
  ['a or true', null],
  ['a and true', 'a'],
  ['a or false', 'a'],
  ['a and false', 'false'],
  ['a and (b or not false)', 'a'],
  ['not (b or a)', 'not (a or b)'],
  ['not true', 'false'],
  ['true', null],
  ['a and null', 'a and null'],
])('the rows where %s are written %j', (text, want) => {
  expect(printPredicate(read(text))).toBe(want);
});

test('all rows stay all rows', () => {
  expect(printPredicate(null)).toBe(null);
});

test('what several consumers need of a source is the union of their rows; one that needs all needs all', () => {
  expect(printPredicate(orPredicates([read("country = 'DE'"), read("country = 'CZ'"), read("country = 'DE'")]))).toBe(
    "country = 'CZ' or country = 'DE'",
  );
  expect(orPredicates([read('a'), null, read('b')])).toBe(null);
  expect(orPredicates([read('a'), read('b or true')])).toBe(null);
  expect(printPredicate(orPredicates([]))).toBe('false');
});

test('what one consumer needs is where all its filters hold; no filter narrows nothing', () => {
  expect(printPredicate(andPredicates([read('b or c'), null, read('a')]))).toBe('a and (b or c)');
  expect(andPredicates([null, null])).toBe(null);
  expect(andPredicates([])).toBe(null);
});

const conditions: fc.Arbitrary<string> = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('a', 'b', 'c', 'x = 1', 'true', 'false', 'null'),
    fc
      .tuple(tie('tree'), fc.constantFrom('and', 'or'), tie('tree'))
      .map(([left, operator, right]) => `(${left}) ${operator} (${right})`),
    tie('tree').map((inner) => `not (${inner})`),
  ),
})).tree;

test('a canonical predicate is canonical already', () => {
  fc.assert(
    fc.property(conditions, (text) => {
      const once = canonicalPredicate(read(text));
      expect(printPredicate(once)).toBe(printPredicate(read(text)));
      expect(printPredicate(once && read(printPredicate(once) ?? 'true'))).toBe(printPredicate(once));
    }),
  );
});

test('a canonical predicate keeps the rows, and the nulls, of what was written', () => {
  fc.assert(
    fc.property(conditions, (text) => {
      const canonical = canonicalPredicate(read(text));
      for (const a of VALUES) {
        for (const b of VALUES) {
          const row = { a, b, c: null, x: a };
          expect(canonical === null ? true : evaluate(canonical, row), text).toBe(evaluate(read(text), row));
        }
      }
    }),
  );
});

type Truth = boolean | null;
const VALUES: readonly Truth[] = [true, false, null];

/** Three-valued logic, spelled out. */
function evaluate(tree: Expression, row: Record<string, Truth>): Truth {
  if (tree.kind === 'literal') return tree.type === 'boolean' ? tree.value : null;
  if (tree.kind === 'column') return row[tree.name] ?? null;
  if (tree.kind === 'comparison') return row.x ?? null;
  if (tree.kind === 'unary') {
    const value = evaluate(tree.operand, row);
    return value === null ? null : !value;
  }
  if (tree.kind !== 'and' && tree.kind !== 'or') throw new Error(tree.kind);
  const values = tree.operands.map((operand) => evaluate(operand, row));
  const decides = tree.kind === 'or';
  if (values.includes(decides)) return decides;
  return values.includes(null) ? null : !decides;
}
