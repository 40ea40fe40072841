import type { Aggregate, Expression } from './tree';
import { childrenOf } from './walk';

const NONE: readonly never[] = [];

export type ColumnName = { qualifier: string | null; name: string };

const known = new WeakMap<Expression, readonly ColumnName[]>();

/**
 * Every column an expression reads, each once, in the order of their first appearance. Found once per tree: trees do not
 * change. Most expressions are one column, which is told faster than it is remembered.
 */
export function columnsOf(tree: Expression): readonly ColumnName[] {
  if (tree.kind === 'column') return [{ qualifier: tree.qualifier, name: tree.name }];
  if (tree.kind === 'literal') return NONE;
  const before = known.get(tree);
  if (before) return before;
  const found = new Map<string, ColumnName>();
  visit(tree, (node) => {
    if (node.kind !== 'column') return;
    const { qualifier, name } = node;
    const key = qualifier === null ? name : `${qualifier}\u0000${name}`;
    if (!found.has(key)) found.set(key, { qualifier, name });
  });
  const columns = [...found.values()];
  known.set(tree, columns);
  return columns;
}

/** True for an expression over many rows, such as a measure; false for one over a single row. */
export function hasAggregate(tree: Expression): boolean {
  return tree.kind === 'aggregate' || childrenOf(tree).some(hasAggregate);
}

/** The aggregate calls of an expression, outermost only, in the order they are written. */
export function aggregatesIn(tree: Expression): Aggregate[] {
  return tree.kind === 'aggregate' ? [tree] : childrenOf(tree).flatMap(aggregatesIn);
}

function visit(tree: Expression, see: (node: Expression) => void): void {
  see(tree);
  if (tree.kind === 'column' || tree.kind === 'literal') return;
  for (const child of childrenOf(tree)) visit(child, see);
}
