import { printExpression } from './print';
import type { Column, Expression } from './tree';
import { mapChildren } from './walk';

/**
 * Substitution, the one primitive of moving an expression to another product: every column the function answers for is
 * replaced by its answer, all at once (an answer is not rewritten again). Undefined leaves the column as it is.
 */
export function mapColumns(tree: Expression, fn: (column: Column) => Expression | undefined): Expression {
  if (tree.kind === 'column') return fn(tree) ?? tree;
  return mapChildren(tree, (child) => mapColumns(child, fn));
}

/** The conditions that must all hold, however the `and`s were bracketed; a tree that is no `and` is its own only one. */
export function conjunctsOf(tree: Expression): Expression[] {
  return tree.kind === 'and' ? tree.operands.flatMap(conjunctsOf) : [tree];
}

/** The conditions of which one must hold, however the `or`s were bracketed. */
export function disjunctsOf(tree: Expression): Expression[] {
  return tree.kind === 'or' ? tree.operands.flatMap(disjunctsOf) : [tree];
}

/** All of the list, flat; nothing asked of an empty list is `true`. */
export function andOf(list: readonly Expression[]): Expression {
  return join('and', list.flatMap(conjunctsOf), true);
}

/** Any of the list, flat; an empty list offers nothing and is `false`. */
export function orOf(list: readonly Expression[]): Expression {
  return join('or', list.flatMap(disjunctsOf), false);
}

function join(kind: 'and' | 'or', operands: Expression[], empty: boolean): Expression {
  const [only] = operands;
  if (!only) return { kind: 'literal', type: 'boolean', value: empty };
  return operands.length === 1 ? only : { kind, operands };
}

/** The same tree, wherever it was written: canonical text is one per tree. */
export function sameExpression(a: Expression, b: Expression): boolean {
  return a === b || printExpression(a) === printExpression(b);
}
