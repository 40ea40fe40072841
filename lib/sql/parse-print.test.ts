import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FUNCTIONS } from './functions';
import { LENGTH_MAX, parseExpression } from './parse';
import { printExpression } from './print';
import { sameExpression } from './rewrite';
import { chooserOf, SAMPLE_TYPES, sampleExpression } from './sample-expression';
import type { Expression } from './tree';
import { mapChildren } from './walk';

/** Any tree the grammar can say, well typed or not. */
const expressions: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => {
  const tree = tie('tree');
  const name = fc.oneof(
    fc.constantFrom('a', 'Amount', 'date', 'interval', 'order', 'SELECT', 'is', 'x y', 'it"s', 'ünder', '1st', 'end'),
    fc.string({ minLength: 1 }).filter((text) => !text.includes('\0')),
  );
  const negated = fc.boolean();
  const leaf: fc.Arbitrary<Expression> = fc.oneof(
    fc.record({ kind: fc.constant('column' as const), qualifier: fc.option(name), name }),
    literal(
      'string',
      fc.string().filter((text) => !text.includes('\0')),
    ),
    literal('number', fc.constantFrom('0', '1', '42', '0.5', '100.0', '12345678901234567890')),
    literal('date', fc.constantFrom('2024-02-29', '0001-01-01')),
    literal('time', fc.constantFrom('06:30:00', '23:59:59.5')),
    literal('timestamp', fc.constantFrom('2024-02-29 06:30:00')),
    literal('interval', fc.constantFrom('3 days', '1 month', '-2 hours')),
    fc.record({ kind: fc.constant('literal' as const), type: fc.constant('boolean' as const), value: fc.boolean() }),
    fc.constant<Expression>({ kind: 'literal', type: 'null', value: null }),
    fc.constant<Expression>({ kind: 'aggregate', name: 'count', distinct: false, arguments: [] }),
    fc.constant<Expression>({ kind: 'call', name: 'current_date', arguments: [] }),
  );
  const node: fc.Arbitrary<Expression> = fc.oneof(
    record('unary', { operator: fc.constantFrom('-' as const, '+' as const, 'not' as const), operand: tree }),
    record('binary', {
      operator: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const, '%' as const, '||' as const),
      left: tree,
      right: tree,
    }),
    record('comparison', {
      operator: fc.constantFrom('=' as const, '<>' as const, '<' as const, '>=' as const, 'is distinct from' as const),
      left: tree,
      right: tree,
    }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      operands: fc.array(tree, { minLength: 2, maxLength: 3 }),
    }),
    record('test', {
      test: fc.constantFrom('null' as const, 'true' as const, 'false' as const),
      negated,
      operand: tree,
    }),
    record('between', { negated, operand: tree, low: tree, high: tree }),
    record('in', { negated, operand: tree, items: fc.array(tree, { minLength: 1, maxLength: 3 }) }),
    record('like', {
      operator: fc.constantFrom('like' as const, 'ilike' as const),
      negated,
      operand: tree,
      pattern: tree,
      escape: fc.option(literal('string', fc.constantFrom('!', "'"))),
    }),
    record('case', {
      subject: fc.option(tree),
      arms: fc.array(fc.record({ when: tree, result: tree }), { minLength: 1, maxLength: 2 }),
      otherwise: fc.option(tree),
    }),
    record('cast', {
      safe: fc.boolean(),
      operand: tree,
      to: fc.constantFrom('string' as const, 'integer' as const, 'date' as const),
      size: fc.constant(null),
    }),
    record('cast', {
      safe: fc.boolean(),
      operand: tree,
      to: fc.constant('decimal' as const),
      size: fc.option(fc.constant({ precision: 18, scale: 2 })),
    }),
    record('extract', { part: fc.constantFrom('year' as const, 'epoch' as const), operand: tree }),
    record('call', {
      name: fc.constantFrom('coalesce', 'concat'),
      arguments: fc.array(tree, { minLength: 1, maxLength: 3 }),
    }),
    record('aggregate', {
      name: fc.constantFrom('sum', 'count'),
      distinct: fc.boolean(),
      arguments: fc.tuple(tree),
    }),
  );
  return { tree: fc.oneof({ maxDepth: 6 }, leaf, node) };
}).tree;

function literal<T extends 'string' | 'number' | 'date' | 'time' | 'timestamp' | 'interval'>(
  type: T,
  value: fc.Arbitrary<string>,
) {
  return fc.record({ kind: fc.constant('literal' as const), type: fc.constant(type), value });
}

function record<K extends string, T extends object>(kind: K, fields: { [P in keyof T]: fc.Arbitrary<T[P]> }) {
  return fc.tuple(fc.constant(kind), fc.record(fields)).map(([tag, rest]) => ({ kind: tag, ...rest }));
}

/** The tree without the places it was read from. */
function withoutPlaces(tree: Expression): Expression {
  const bare = mapChildren({ ...tree }, withoutPlaces);
  const { at: _, ...rest } = bare;
  return rest;
}

function readBack(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${JSON.stringify(parsed.error)}: ${text}`);
  return parsed.value;
}

test('what is printed reads back as the same tree', () => {
  fc.assert(
    fc.property(expressions, (tree) => {
      expect(withoutPlaces(readBack(printExpression(tree)))).toEqual(tree);
    }),
    { numRuns: 2000 },
  );
});

test('well-typed samples read back as the same tree', () => {
  for (let seed = 0; seed < 2000; seed++) {
    const tree = sampleExpression(chooserOf(seed), SAMPLE_TYPES[seed % SAMPLE_TYPES.length] ?? 'string', 5);
    expect(withoutPlaces(readBack(printExpression(tree)))).toEqual(tree);
  }
});

test('printing what was read changes nothing the second time', () => {
  fc.assert(
    fc.property(expressions, (tree) => {
      const text = printExpression(tree);
      expect(printExpression(readBack(text))).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

test('no pair of parentheses that is printed can be left out', () => {
  fc.assert(
    fc.property(expressions, (tree) => {
      const text = printExpression(tree);
      for (const [open, close] of groupingsOf(text)) {
        const without = `${text.slice(0, open)} ${text.slice(open + 1, close)} ${text.slice(close + 1)}`;
        const parsed = parseExpression(without);
        expect(parsed.ok && sameExpression(parsed.value, tree), `${text} and ${without}`).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
});

/** Parentheses that group: those of calls, casts and lists follow a word. */
function groupingsOf(text: string): [number, number][] {
  const open: { index: number; isGroup: boolean }[] = [];
  const found: [number, number][] = [];
  const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|[()]/g;
  for (const match of text.matchAll(token)) {
    if (match[0] === '(') {
      const before = text.slice(0, match.index);
      const isList = /\bin $/.test(before);
      open.push({ index: match.index, isGroup: !isList && !/[\w"]$/.test(before) });
    }
    const last = match[0] === ')' ? open.pop() : undefined;
    if (last?.isGroup) found.push([last.index, match.index]);
  }
  return found;
}

test('whatever is typed is read or refused, in bounded time, and a problem lies inside the text', () => {
  const fragments = fc.array(
    fc.oneof(
      fc.constantFrom(
        '(',
        ')',
        ',',
        "'",
        '"',
        '--',
        ';',
        'case',
        'when',
        'end',
        'not',
        'and',
        '::',
        '.',
        '1',
        'a',
        ' in ',
      ),
      fc.constantFrom(...FUNCTIONS.keys()),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(fragments, fc.constantFrom('', ' '), (parts, glue) => {
      const text = parts.join(glue);
      const parsed = parseExpression(text);
      if (parsed.ok) return;
      const { start, end } = parsed.error.at;
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 5000 },
  );
});

test.each([
  '('.repeat(9_999),
  'not '.repeat(2_499),
  `${'-'.repeat(1)}${' -'.repeat(4_999)}`,
  `a${'+a'.repeat(4_999)}`,
  `a${' and a'.repeat(1_600)}`,
  `a${'::int'.repeat(1_999)}`,
  'case when '.repeat(999),
  'abs('.repeat(2_499),
  `${'abs('.repeat(1_600)}a${')'.repeat(1_600)}`,
  `${'('.repeat(4_000)}a${')'.repeat(4_000)}`,
  `a in (${'1,'.repeat(4_900)}1)`,
  "'".repeat(9_999),
  '"'.repeat(9_999),
  '\\'.repeat(9_999),
  '1'.repeat(9_999),
  `a ${'between a and '.repeat(700)}`,
  'case a '.repeat(1_400),
])('a text of the longest kind overflows nothing and takes no time (%#)', (text) => {
  const before = process.hrtime.bigint();
  const parsed = parseExpression(text);
  const milliseconds = Number(process.hrtime.bigint() - before) / 1e6;
  expect(milliseconds).toBeLessThan(2_000);
  if (!parsed.ok) return;
  const canonical = printExpression(parsed.value);
  if (canonical.length <= LENGTH_MAX) expect(printExpression(readBack(canonical))).toBe(canonical);
});

test('a list or a chain of conditions may be as long as the text; a chain of sums may not be deeper than the limit', () => {
  expect(parseExpression(`a${' and a'.repeat(1_600)}`).ok).toBe(true);
  expect(parseExpression(`a${' + a'.repeat(199)}`).ok).toBe(true);
  expect(parseExpression(`a${' + a'.repeat(200)}`)).toMatchObject({ error: { code: 'too-deep', depthMax: 200 } });
  expect(parseExpression(`${'('.repeat(200)}a${')'.repeat(200)}`).ok).toBe(true);
  expect(parseExpression(`${'('.repeat(201)}a${')'.repeat(201)}`)).toMatchObject({ error: { code: 'too-deep' } });
  expect(parseExpression(`'${'x'.repeat(9_998)}'`).ok).toBe(true);
  expect(parseExpression(`'${'x'.repeat(9_999)}'`)).toMatchObject({ error: { code: 'too-long', length: 10_001 } });
});
