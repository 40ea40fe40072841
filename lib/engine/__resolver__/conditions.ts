import { printExpression } from '@/lib/sql/print';
import type { Column, Expression } from '@/lib/sql/tree';

/** A row filter as the resolver keeps it: any of several lists of conditions that all hold. Null is every row. */
export type RowFilter = Expression | null;

/** The conditions of an `and`, however it was bracketed. */
export function conditionsOf(tree: Expression | null): Expression[] {
  if (tree === null) return [];
  return tree.kind === 'and' ? tree.operands.flatMap(conditionsOf) : [tree];
}

export function allOf(list: readonly Expression[]): RowFilter {
  const [first] = list;
  if (first === undefined) return null;
  return list.length === 1 ? first : { kind: 'and', operands: [...list] };
}

/** Any unfiltered use means all rows; no use at all is asked by nobody, and never reaches this. */
export function anyOf(list: readonly RowFilter[]): RowFilter {
  const filters = list.filter((filter) => filter !== null);
  if (filters.length < list.length) return null;
  const [first, ...rest] = filters;
  if (first === undefined) return null;
  return rest.length === 0 ? first : simplest({ kind: 'or', operands: [first, ...rest] });
}

/** "Printed flat, deduplicated, sorted by text, fewest parentheses": what another part of the same list says is no part of it. */
export function printFilter(filter: RowFilter): string | null {
  return filter && printSimple(simplest(filter));
}

function simplest(tree: Expression): Expression {
  if (tree.kind === 'unary' && tree.operator === 'not') return { ...tree, operand: simplest(tree.operand) };
  if (tree.kind !== 'and' && tree.kind !== 'or') return tree;
  const parts = tree.operands.map(simplest).flatMap((part) => flatten(part, tree.kind));
  const once = [...new Map(parts.map((part) => [printSimple(part), part])).values()];
  const said = once.sort(byText).reduceRight<Expression[]>((left, part) => {
    const others = left.filter((other) => other !== part);
    const isSaid = others.some((other) => (tree.kind === 'or' ? isAtMost(part, other) : isAtMost(other, part)));
    return isSaid ? others : left;
  }, once);
  const [first, ...rest] = said;
  return first === undefined || rest.length === 0 ? (first ?? tree) : { kind: tree.kind, operands: said };
}

function byText(a: Expression, b: Expression): number {
  return printSimple(a) < printSimple(b) ? -1 : 1;
}

/**
 * Beside `a`, `a and b` adds no row to an `or`, and `a or b` takes none from an `and`: whichever parts hold, the one never
 * holds without the other. Read off the ways a condition can hold, each a list of parts that all do.
 */
function isAtMost(one: Expression, other: Expression): boolean {
  const wanted = waysToHold(other);
  return waysToHold(one).every((way) => wanted.some((enough) => enough.every((part) => way.includes(part))));
}

function waysToHold(tree: Expression): string[][] {
  if (tree.kind === 'or') return tree.operands.flatMap(waysToHold);
  if (tree.kind !== 'and') return [[printSimple(tree)]];
  return tree.operands.reduce<string[][]>(
    (ways, part) => ways.flatMap((way) => waysToHold(part).map((more) => [...way, ...more])),
    [[]],
  );
}

function printSimple(tree: Expression): string {
  if (tree.kind === 'unary' && tree.operator === 'not') {
    const isJoined = tree.operand.kind === 'and' || tree.operand.kind === 'or';
    return isJoined ? `not (${printSimple(tree.operand)})` : printExpression(tree);
  }
  if (tree.kind !== 'and' && tree.kind !== 'or') return printExpression(tree);
  const texts = new Map(tree.operands.map((part) => [printSimple(part), part]));
  return [...texts.keys()]
    .sort()
    .map((text) => (tree.kind === 'and' && texts.get(text)?.kind === 'or' ? `(${text})` : text))
    .join(` ${tree.kind} `);
}

function flatten(tree: Expression, kind: 'and' | 'or'): Expression[] {
  return tree.kind === kind ? tree.operands.flatMap((part) => flatten(part, kind)) : [tree];
}

/**
 * True when the condition surely fails where the given columns are null, so that an outer join under it keeps no row an
 * inner one would drop. Only the plain forms people write are known.
 */
export function failsOnNull(tree: Expression, isNull: (column: Column) => boolean): boolean {
  const gone = (part: Expression) => isNullThere(part, isNull);
  switch (tree.kind) {
    case 'and':
      return tree.operands.some((part) => failsOnNull(part, isNull));
    case 'or':
      return tree.operands.every((part) => failsOnNull(part, isNull));
    case 'test':
      return gone(tree.operand) && (tree.test === 'null') === tree.negated;
    case 'between':
      return gone(tree.operand);
    default:
      return gone(tree);
  }
}

function isNullThere(tree: Expression, isNull: (column: Column) => boolean): boolean {
  const gone = (part: Expression) => isNullThere(part, isNull);
  switch (tree.kind) {
    case 'column':
      return isNull(tree);
    case 'binary':
      return gone(tree.left) || gone(tree.right);
    case 'comparison':
      return !tree.operator.startsWith('is') && (gone(tree.left) || gone(tree.right));
    case 'unary':
    case 'in':
    case 'like':
    case 'cast':
      return gone(tree.operand);
    case 'call':
      return STRICT.has(tree.name) && tree.arguments.some(gone);
    default:
      return false;
  }
}

/** Functions that give null for a null, of those that are drawn. */
const STRICT: ReadonlySet<string> = new Set(['lower', 'trim', 'upper']);
