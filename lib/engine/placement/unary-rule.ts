import { columnsOf, hasAggregate } from '@/lib/sql/columns';
import type { Expression } from '@/lib/sql/tree';

/**
 * A rule about one value: what the value is, and the same rule about another value. Every such rule is null for null,
 * so that a value which is not there keeps it. Null for a rule of any other shape.
 */
export type UnaryRule = { operand: Expression; about: (value: Expression) => Expression };

export function unaryRule(rule: Expression): UnaryRule | null {
  switch (rule.kind) {
    case 'comparison':
      if (rule.operator.startsWith('is ') || !isConstant(rule.right)) return null;
      return { operand: rule.left, about: (left) => ({ ...rule, left }) };
    case 'in':
      if (!rule.items.every(isConstant)) return null;
      return { operand: rule.operand, about: (operand) => ({ ...rule, operand }) };
    case 'like':
      if (!isConstant(rule.pattern)) return null;
      return { operand: rule.operand, about: (operand) => ({ ...rule, operand }) };
    case 'call': {
      const [operand, ...others] = rule.arguments;
      if (rule.name !== 'regexp_like' || !operand || !others.every(isConstant)) return null;
      return { operand, about: (value) => ({ ...rule, arguments: [value, ...others] }) };
    }
    case 'aggregate':
    case 'column':
      return { operand: rule, about: (value) => value };
    default:
      return null;
  }
}

export function isConstant(tree: Expression): boolean {
  return columnsOf(tree).length === 0 && !hasAggregate(tree);
}
