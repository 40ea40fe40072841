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
  const parts = new Map(filters.flatMap((filter) => flatten(filter, 'or')).map((part) => [printFlat(part), part]));
  const [first, ...rest] = parts.values();
  if (first === undefined) return null;
  return rest.length === 0 ? first : { kind: 'or', operands: [first, ...rest] };
}

/** "Printed flat, deduplicated, sorted by text, fewest parentheses." */
export function printFilter(filter: RowFilter): string | null {
  return filter === null ? null : printFlat(filter);
}

function printFlat(tree: Expression): string {
  if (tree.kind === 'unary' && tree.operator === 'not' && isJoined(tree.operand)) {
    const operand = printFlat(tree.operand);
    return isOfSeveral(tree.operand) ? `not (${operand})` : `not ${operand}`;
  }
  if (tree.kind !== 'and' && tree.kind !== 'or') return printExpression(tree);
  const flat = flatten(tree, tree.kind);
  const texts = new Map(flat.map((part) => [printFlat(part), part]));
  const sorted = [...texts.keys()].sort();
  const isAlone = sorted.length === 1;
  return sorted
    .map((text) => (!isAlone && tree.kind === 'and' && isOrOfSeveral(texts.get(text)) ? `(${text})` : text))
    .join(` ${tree.kind} `);
}

function isJoined(tree: Expression): boolean {
  return tree.kind === 'and' || tree.kind === 'or';
}

/** Parentheses are for more than one part; parts that are all one are one. */
function isOfSeveral(tree: Expression): boolean {
  return (tree.kind === 'and' || tree.kind === 'or') && new Set(flatten(tree, tree.kind).map(printFlat)).size > 1;
}

function isOrOfSeveral(tree: Expression | undefined): boolean {
  return tree?.kind === 'or' && isOfSeveral(tree);
}

function flatten(tree: Expression, kind: 'and' | 'or'): Expression[] {
  if (tree.kind === kind) return tree.operands.flatMap((part) => flatten(part, kind));
  if (tree.kind !== 'and' && tree.kind !== 'or') return [tree];
  const parts = flatten(tree, tree.kind);
  const [first] = parts;
  const isAlone = first !== undefined && new Set(parts.map(printFlat)).size === 1;
  return isAlone ? flatten(first, kind) : [tree];
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
