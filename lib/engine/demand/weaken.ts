import { andOf, orOf } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';

/**
 * The strongest that can be said of a filter when only some of its conditions may be told: it holds wherever the filter
 * does. Of an `and` what may not be told is left out, an `or` says nothing as soon as one side says nothing. Null is true.
 */
export function weaken(tree: Expression, tell: (condition: Expression) => Expression | null): Expression | null {
  if (tree.kind !== 'and' && tree.kind !== 'or') return tell(tree);
  const parts = tree.operands.map((operand) => weaken(operand, tell));
  const told = parts.filter((part) => part !== null);
  if (told.length === 0 || (tree.kind === 'or' && told.length < parts.length)) return null;
  return tree.kind === 'and' ? andOf(told) : orOf(told);
}
