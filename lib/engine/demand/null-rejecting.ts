import { columnsOf } from '@/lib/sql/columns';
import { isStrict as isNullWithAny } from '@/lib/sql/facts';
import type { Expression } from '@/lib/sql/tree';

/**
 * Is this condition never true when all its columns are null? Only then may a filter on the optional side of a join
 * narrow that side's rows: an unmatched row would have been filtered out anyway. Says no where it cannot tell.
 */
export function rejectsNulls(condition: Expression): boolean {
  switch (condition.kind) {
    case 'column':
      return true;
    case 'comparison':
      return !condition.operator.startsWith('is ') && (isStrict(condition.left) || isStrict(condition.right));
    case 'between':
    case 'in':
    case 'like':
      return isStrict(condition.operand);
    case 'test':
      return condition.test === 'null'
        ? condition.negated && isStrict(condition.operand)
        : !condition.negated && isStrict(condition.operand);
    case 'unary':
      return condition.operator === 'not' && isStrict(condition.operand);
    case 'and':
      return condition.operands.some(rejectsNulls);
    case 'or':
      return condition.operands.every(rejectsNulls);
    default:
      return false;
  }
}

/** Null when all its columns are, and it has some. */
function isStrict(tree: Expression): boolean {
  if (columnsOf(tree).length === 0) return false;
  if (tree.kind === 'binary') return isStrict(tree.left) || isStrict(tree.right);
  return isNullWithAny(tree);
}
