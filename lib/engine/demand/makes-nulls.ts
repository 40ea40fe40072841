import type { Expression } from '@/lib/sql/tree';
import { childrenOf } from '@/lib/sql/walk';

/**
 * Can a value be missing although everything it is made of is there? A `nullif`, a `case` that leaves a case out, a text
 * that cannot be read and a division by nothing do that, and no share asked of their inputs makes up for it.
 */
export function makesNulls(tree: Expression): boolean {
  return isNullMade(tree) || childrenOf(tree).some(makesNulls);
}

function isNullMade(tree: Expression): boolean {
  switch (tree.kind) {
    case 'call':
      return tree.name === 'nullif';
    case 'case':
      return tree.otherwise === null;
    case 'cast':
      return tree.safe;
    case 'literal':
      return tree.type === 'null';
    case 'binary':
      return (tree.operator === '/' || tree.operator === '%') && !isNonZero(tree.right);
    default:
      return false;
  }
}

function isNonZero(tree: Expression): boolean {
  return tree.kind === 'literal' && Number(tree.value) !== 0 && !Number.isNaN(Number(tree.value));
}
