import {
  accept,
  advance,
  type Cursor,
  expect,
  fail,
  failExpected,
  failUnexpected,
  isAt,
  peek,
  spanFrom,
} from './cursor';
import { parseCastType } from './parse-cast';
import { parsePrimary } from './parse-primary';
import { BINARY_POWER, POWER } from './precedence';
import type { BinaryOperator, Comparison, ComparisonOperator, Expression, Like, Span } from './tree';

const CALLS_MAX = 400;

/**
 * A Pratt parser: reads an operand, then every operator that binds at least as tightly as `power`. An operator never
 * reaches back over a looser one (`a is null + 1`), so parentheses stand wherever a reader would need them. Depth is
 * counted here because every way down the grammar passes through, each time for a parenthesis or a level of the tree.
 */
export function parseTree(cursor: Cursor, power: number): Expression {
  const { start, end } = peek(cursor);
  if (++cursor.depth > CALLS_MAX) fail({ code: 'too-deep', depthMax: CALLS_MAX / 2, at: { start, end } });

  let left = parsePrefix(cursor, power);
  let leftPower: number = POWER.primary;
  for (;;) {
    const operator = operatorAt(cursor);
    if (!operator || operator.power < power) break;
    if (operator.power > leftPower) failUnexpected(cursor);
    left = operator.extend(cursor, left, start);
    leftPower = operator.power;
    refuseChain(cursor, leftPower);
  }
  cursor.depth--;
  return left;
}

function parsePrefix(cursor: Cursor, power: number): Expression {
  const { text, start } = peek(cursor);
  if (isAt(cursor, 'not')) {
    if (power > POWER.not) failUnexpected(cursor);
    advance(cursor);
    const operand = parseTree(cursor, POWER.not);
    return { kind: 'unary', operator: 'not', operand, at: spanFrom(cursor, start) };
  }
  if (isAt(cursor, '-') || isAt(cursor, '+')) {
    advance(cursor);
    const operand = parseTree(cursor, POWER.sign);
    return { kind: 'unary', operator: text === '-' ? '-' : '+', operand, at: spanFrom(cursor, start) };
  }
  return parsePrimary(cursor);
}

type Extension = (cursor: Cursor, left: Expression, start: number) => Expression;
type Operator = { power: number; extend: Extension };

const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['or', { power: POWER.or, extend: (cursor, left, start) => extendLogical(cursor, left, start, 'or') }],
  ['and', { power: POWER.and, extend: (cursor, left, start) => extendLogical(cursor, left, start, 'and') }],
  ['is', { power: POWER.is, extend: extendIs }],
  ...comparisons(),
  ['between', { power: POWER.membership, extend: extendMembership }],
  ['in', { power: POWER.membership, extend: extendMembership }],
  ['like', { power: POWER.membership, extend: extendMembership }],
  ['ilike', { power: POWER.membership, extend: extendMembership }],
  ...binaries(),
  ['//', { power: POWER.product, extend: extendDivision }],
  ['::', { power: POWER.primary, extend: extendCast }],
]);

const MEMBERSHIP: Operator = { power: POWER.membership, extend: extendMembership };
const NEGATABLE = new Set(['between', 'in', 'like', 'ilike']);

function operatorAt(cursor: Cursor): Operator | undefined {
  const { kind, text } = peek(cursor);
  if (kind !== 'word' && kind !== 'symbol') return undefined;
  if (text === 'not') return NEGATABLE.has(peek(cursor, 1).text) ? MEMBERSHIP : undefined;
  return OPERATORS.get(text);
}

function comparisons(): [string, Operator][] {
  const written: [string, ComparisonOperator][] = [
    ['=', '='],
    ['<>', '<>'],
    ['!=', '<>'],
    ['<', '<'],
    ['<=', '<='],
    ['>', '>'],
    ['>=', '>='],
  ];
  return written.map(([text, operator]) => {
    const extend: Extension = (cursor, left, start) => {
      advance(cursor);
      return compare(cursor, left, operator, POWER.comparison, start);
    };
    return [text, { power: POWER.comparison, extend }];
  });
}

function binaries(): [string, Operator][] {
  const operators: BinaryOperator[] = ['+', '-', '*', '/', '%', '||'];
  return operators.map((operator) => {
    const power = BINARY_POWER[operator];
    const extend: Extension = (cursor, left, start) => {
      advance(cursor);
      const right = parseTree(cursor, power + 1);
      return { kind: 'binary', operator, left, right, at: spanFrom(cursor, start) };
    };
    return [operator, { power, extend }];
  });
}

/** DuckDB's spelling of a division of whole numbers. */
function extendDivision(cursor: Cursor, left: Expression, start: number): Expression {
  expect(cursor, '//');
  const right = parseTree(cursor, POWER.product + 1);
  return { kind: 'call', name: 'div', arguments: [left, right], at: spanFrom(cursor, start) };
}

function compare(
  cursor: Cursor,
  left: Expression,
  operator: ComparisonOperator,
  power: number,
  start: number,
): Comparison {
  const right = parseTree(cursor, power + 1);
  return { kind: 'comparison', operator, left, right, at: spanFrom(cursor, start) };
}

function extendLogical(cursor: Cursor, left: Expression, start: number, kind: 'and' | 'or'): Expression {
  const operands = [left];
  while (accept(cursor, kind)) operands.push(parseTree(cursor, POWER[kind] + 1));
  return { kind, operands, at: spanFrom(cursor, start) };
}

function extendIs(cursor: Cursor, left: Expression, start: number): Expression {
  expect(cursor, 'is');
  const negated = accept(cursor, 'not');
  if (accept(cursor, 'distinct')) {
    expect(cursor, 'from');
    return compare(cursor, left, negated ? 'is not distinct from' : 'is distinct from', POWER.is, start);
  }
  for (const test of ['null', 'true', 'false'] as const) {
    if (accept(cursor, test)) return { kind: 'test', test, negated, operand: left, at: spanFrom(cursor, start) };
  }
  return failExpected(cursor, 'null');
}

function extendMembership(cursor: Cursor, left: Expression, start: number): Expression {
  const negated = accept(cursor, 'not');
  if (accept(cursor, 'between')) {
    const low = parseTree(cursor, POWER.membership + 1);
    expect(cursor, 'and');
    const high = parseTree(cursor, POWER.membership + 1);
    return { kind: 'between', negated, operand: left, low, high, at: spanFrom(cursor, start) };
  }
  if (accept(cursor, 'in')) {
    const items = parseItems(cursor);
    return { kind: 'in', negated, operand: left, items, at: spanFrom(cursor, start) };
  }
  const operator: Like['operator'] = advance(cursor).text === 'like' ? 'like' : 'ilike';
  const pattern = parseTree(cursor, POWER.membership + 1);
  const escaped = accept(cursor, 'escape') ? parseEscape(cursor) : null;
  return { kind: 'like', operator, negated, operand: left, pattern, escape: escaped, at: spanFrom(cursor, start) };
}

/** Engines want the escape as a constant of one character. */
function parseEscape(cursor: Cursor): Expression {
  const { kind, text, start, end } = peek(cursor);
  if (kind !== 'string' || text.length !== 1) failExpected(cursor, 'one character in quotes');
  advance(cursor);
  return { kind: 'literal', type: 'string', value: text, at: { start, end } };
}

function parseItems(cursor: Cursor): Expression[] {
  expect(cursor, '(');
  const items = [parseTree(cursor, 0)];
  while (accept(cursor, ',')) items.push(parseTree(cursor, 0));
  expect(cursor, ')');
  return items;
}

function extendCast(cursor: Cursor, left: Expression, start: number): Expression {
  expect(cursor, '::');
  const { to, size } = parseCastType(cursor);
  return { kind: 'cast', safe: false, operand: left, to, size, at: spanFrom(cursor, start) };
}

/** `a < b < c` means nothing anyone wants; SQL refuses it too. */
function refuseChain(cursor: Cursor, power: number): void {
  if (power < POWER.is || power > POWER.membership) return;
  const next = operatorAt(cursor);
  if (next?.power !== power) return;
  const { text, start, end } = peek(cursor);
  const at: Span = { start, end };
  fail({ code: 'chained-comparison', operator: text, at });
}
