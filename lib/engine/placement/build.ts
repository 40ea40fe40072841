import { andOf, orOf } from '@/lib/sql/rewrite';
import type { ComparisonOperator, Expression } from '@/lib/sql/tree';

/** The few nodes that moved rules are made of. */
export function number(value: bigint | number | string): Expression {
  const text = String(value);
  if (!text.startsWith('-')) return { kind: 'literal', type: 'number', value: text };
  return { kind: 'unary', operator: '-', operand: { kind: 'literal', type: 'number', value: text.slice(1) } };
}

export function truth(value: boolean): Expression {
  return { kind: 'literal', type: 'boolean', value };
}

export function compare(left: Expression, operator: ComparisonOperator, right: Expression): Expression {
  return { kind: 'comparison', operator, left, right };
}

export function isNull(operand: Expression): Expression {
  return { kind: 'test', test: 'null', negated: false, operand };
}

export function isNotNull(operand: Expression): Expression {
  return { kind: 'test', test: 'null', negated: true, operand };
}

/** The rule, for rows that the condition keeps: a row that a filter drops may be as it likes. */
export function guarded(conditions: readonly Expression[], rule: Expression): Expression {
  if (conditions.length === 0) return rule;
  const kept: Expression = { kind: 'test', test: 'true', negated: true, operand: andOf(conditions) };
  return orOf([kept, rule]);
}
