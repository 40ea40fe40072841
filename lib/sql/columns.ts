import type { Aggregate, Expression } from './tree';
import { childrenOf } from './walk';

export type ColumnName = { qualifier: string | null; name: string };

/** Every column an expression reads, each once, in the order of their first appearance. */
export function columnsOf(tree: Expression): ColumnName[] {
  const found = new Map<string, ColumnName>();
  visit(tree, (node) => {
    if (node.kind !== 'column') return;
    const { qualifier, name } = node;
    const key = JSON.stringify([qualifier, name]);
    if (!found.has(key)) found.set(key, { qualifier, name });
  });
  return [...found.values()];
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
  for (const child of childrenOf(tree)) visit(child, see);
}
