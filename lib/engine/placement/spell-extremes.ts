import type { Expression } from '@/lib/sql/tree';
import { unaryRule } from './unary-rule';

/**
 * The larger of several is at most something exactly when each of them is, and the smaller at least something; what is
 * missing is passed over by both. Only as a whole rule: of a value that is missing among others the parts do not know
 * what the whole does. Null where one of them would be enough.
 */
export function spellExtremes(rule: Expression): Expression | null {
  const unary = rule.kind === 'comparison' ? unaryRule(rule) : null;
  if (rule.kind !== 'comparison' || unary?.operand.kind !== 'call') return null;
  const { name, arguments: options } = unary.operand;
  const isWithin =
    (name === 'greatest' && /^<=?$/.test(rule.operator)) || (name === 'least' && /^>=?$/.test(rule.operator));
  return isWithin ? { kind: 'and', operands: options.map(unary.about) } : null;
}
