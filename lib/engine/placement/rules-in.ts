import { isDeterministic } from '@/lib/sql/facts';
import { negate } from '@/lib/sql/negate';
import { conjunctsOf } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import { compare } from './build';

/**
 * The rules that a rule is made of, each to be placed by itself: a conjunction is false exactly where one of its parts
 * is. A range is two bounds, because the totals of a group may keep the one and not the other.
 */
export function rulesIn(predicate: Expression): Expression[] {
  return conjunctsOf(predicate).flatMap((rule) => {
    const opposite = rule.kind === 'unary' && rule.operator === 'not' ? negate(rule.operand) : null;
    if (opposite) return rulesIn(opposite);
    if (rule.kind !== 'between' || rule.negated || !isDeterministic(rule.operand)) return [rule];
    return [compare(rule.operand, '>=', rule.low), compare(rule.operand, '<=', rule.high)];
  });
}
