import type { Column, Expression } from '@/lib/sql/tree';
import { childrenOf } from '@/lib/sql/walk';

/** Digests tell equal values from different ones and show none of them. */
const MASKS = new Set(['md5', 'sha256']);

/** The only aggregates that give back a value of one row; the others say something of all of them. */
const EXTREMES = new Set(['bool_and', 'bool_or', 'max', 'min']);

/** The columns whose values can be read in a value: not those that are only counted, compared or digested in it. */
export function rawColumns(tree: Expression): readonly Column[] {
  const known = raw.get(tree) ?? columns(tree);
  raw.set(tree, known);
  return known;
}

/**
 * The columns whose values are in it in any form: a digest of a person is still personal, and so is a code or a yes or no
 * made of what is; what is added up over many is not.
 */
export function valueColumns(tree: Expression): readonly Column[] {
  const known = values.get(tree) ?? formsOf(tree);
  values.set(tree, known);
  return known;
}

const raw = new WeakMap<Expression, readonly Column[]>();
const values = new WeakMap<Expression, readonly Column[]>();

function formsOf(tree: Expression): Column[] {
  if (tree.kind === 'column') return [tree];
  if (tree.kind === 'aggregate' && !EXTREMES.has(tree.name)) return [];
  return childrenOf(tree).flatMap(formsOf);
}

function columns(tree: Expression): Column[] {
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
      return EXTREMES.has(tree.name) ? tree.arguments.flatMap((argument) => columns(argument)) : [];
    case 'case':
      return [...tree.arms.map(({ result }) => result), ...(tree.otherwise ? [tree.otherwise] : [])].flatMap((result) =>
        columns(result),
      );
    case 'call':
      return MASKS.has(tree.name) ? [] : tree.arguments.flatMap((argument) => columns(argument));
    default:
      return childrenOf(tree).flatMap((child) => columns(child));
  }
}
