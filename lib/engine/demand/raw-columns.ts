import type { Column, Expression } from '@/lib/sql/tree';
import { childrenOf } from '@/lib/sql/walk';

/** Digests tell equal values from different ones and show none of them. */
const MASKS = new Set(['md5', 'sha256']);

/** The only aggregates that give back a value of one row; the others say something of all of them. */
const EXTREMES = new Set(['min', 'max']);

/** The columns whose values can be read in a value: not those that are only counted, compared or digested in it. */
export function rawColumns(tree: Expression): readonly Column[] {
  return keptColumns(raw, tree, MASKS);
}

/** The columns whose values are in it in any form: a digest of a person is still personal, what is added up over many is not. */
export function valueColumns(tree: Expression): readonly Column[] {
  return keptColumns(values, tree, NOTHING);
}

const NOTHING: ReadonlySet<string> = new Set();
const raw = new WeakMap<Expression, readonly Column[]>();
const values = new WeakMap<Expression, readonly Column[]>();

function keptColumns(
  kept: WeakMap<Expression, readonly Column[]>,
  tree: Expression,
  hidden: ReadonlySet<string>,
): readonly Column[] {
  const known = kept.get(tree) ?? columns(tree, hidden);
  kept.set(tree, known);
  return known;
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
