import type { Expression } from '@/lib/sql/tree';
import { compare, guarded, number } from './build';
import { isConstantly } from './known-value';
import { plainNumber } from './literal-numbers';
import type { StayReason, Strength } from './placement';
import { aliasesIn } from './substitute';
import type { Parts } from './through-group';
import { isConstant, unaryRule } from './unary-rule';

/**
 * A rule about a value made of several inputs, as rules that each speak of fewer: together they are enough for it, and
 * for some makings they say the very same. What only the two values together can tell stays where both are.
 */
export function acrossInputs(rule: Expression): Parts | StayReason {
  if (rule.kind === 'or') return 'either-side';
  if (rule.kind === 'test' && rule.test === 'null' && rule.negated)
    return rule.operand.kind === 'call' && rule.operand.name === 'coalesce' ? 'either-side' : 'two-inputs';
  const unary = unaryRule(rule);
  if (!unary) return 'two-inputs';
  const { operand, about } = unary;
  if (operand.kind === 'case') return acrossCase(operand, about);
  if (operand.kind === 'binary') return acrossArithmetic(rule, operand);
  if (operand.kind !== 'call') return 'two-inputs';
  if (operand.name === 'coalesce') return allOf(operand.arguments.map(about), 'sufficient');
  return operand.name === 'greatest' || operand.name === 'least' ? 'either-side' : 'two-inputs';
}

/** Constants are judged on the spot: one that breaks the rule breaks it for every row that comes to it. */
function allOf(rules: readonly Expression[], strength: Strength): Parts | StayReason {
  const constants = rules.filter((rule) => isConstant(rule));
  if (constants.some((rule) => isConstantly(rule, false))) return 'default-decides';
  const isTold = constants.every((rule) => isConstantly(rule, true) || mentionsNull(rule));
  return isTold ? { rules: rules.filter((rule) => !isConstant(rule)), strength } : 'cannot-tell';
}

function mentionsNull(rule: Expression): boolean {
  const operand = unaryRule(rule)?.operand;
  return operand?.kind === 'literal' && operand.type === 'null';
}

/** Signs add and multiply: two amounts that are not negative make no negative one. */
function acrossArithmetic(
  rule: Expression,
  { operator, left, right }: Extract<Expression, { kind: 'binary' }>,
): Parts | StayReason {
  if (rule.kind !== 'comparison' || plainNumber(rule.right) !== 0) return 'two-inputs';
  const isKept = (operator === '+' && /^[<>]=$/.test(rule.operator)) || (operator === '*' && rule.operator === '>=');
  if (!isKept) return 'two-inputs';
  const both = [left, right].map((side) => compare(side, rule.operator, number(0)));
  return allOf(both, 'sufficient');
}

/** An arm counts for the rows that come to it; where its condition is another input's, it counts for all. */
function acrossCase(
  { subject, arms, otherwise }: Extract<Expression, { kind: 'case' }>,
  about: (value: Expression) => Expression,
): Parts | StayReason {
  const rules: Expression[] = [];
  for (const { when, result } of arms) {
    const condition = subject ? compare(subject, '=', when) : when;
    const rule = about(result);
    if (isConstantly(rule, true)) continue;
    if (isConstant(result)) {
      if (mentionsNull(rule)) continue;
      if (!isConstantly(rule, false)) return 'cannot-tell';
      rules.push({ kind: 'test', test: 'true', negated: true, operand: condition });
      continue;
    }
    const isSameInput = new Set([...aliasesIn(condition), ...aliasesIn(result)]).size === 1;
    rules.push(isSameInput ? guarded([condition], rule) : rule);
  }
  const rest = otherwise ? allOf([about(otherwise)], 'sufficient') : { rules: [], strength: 'sufficient' as const };
  return typeof rest === 'string' ? rest : { rules: [...rules, ...rest.rules], strength: 'sufficient' };
}
