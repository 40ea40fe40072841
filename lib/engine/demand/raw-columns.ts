import type { Column, Expression } from '@/lib/sql/tree';
import { childrenOf } from '@/lib/sql/walk';

/** Digests tell equal values from different ones and show none of them. */
const MASKS = new Set(['md5', 'sha256']);

/** The only aggregates that give back a value of one row; the others say something of all of them. */
const EXTREMES = new Set(['min', 'max']);

/** The columns whose values can be read in a value: not those that are only counted, compared or digested in it. */
export function rawColumns(tree: Expression): Column[] {
  return columns(tree, MASKS);
}

/** The columns whose values are in it in any form: a digest of a person is still personal, what is added up over many is not. */
export function valueColumns(tree: Expression): Column[] {
  return columns(tree, new Set());
}

function columns(tree: Expression, hidden: ReadonlySet<string>): Column[] {
  switch (tree.kind) {
    case 'column':
      return [tree];
    case 'test':
    case 'comparison':
    case 'between':
    case 'in':
    case 'like':
      return [];
    case 'aggregate':
      return EXTREMES.has(tree.name) ? tree.arguments.flatMap((argument) => columns(argument, hidden)) : [];
    case 'case':
      return [...tree.arms.map(({ result }) => result), ...(tree.otherwise ? [tree.otherwise] : [])].flatMap((result) =>
        columns(result, hidden),
      );
    case 'call':
      return hidden.has(tree.name) ? [] : tree.arguments.flatMap((argument) => columns(argument, hidden));
    default:
      return childrenOf(tree).flatMap((child) => columns(child, hidden));
  }
}
