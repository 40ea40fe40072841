import type { ComparisonOperator, Expression } from './tree';

const OPPOSITE: Record<ComparisonOperator, ComparisonOperator> = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  'is distinct from': 'is not distinct from',
  'is not distinct from': 'is distinct from',
};

/**
 * The opposite of a condition without a `not` around it, null where the condition is null; null when there is no such
 * spelling, as for a bare column.
 */
export function negate(tree: Expression): Expression | null {
  switch (tree.kind) {
    case 'literal':
      return tree.type === 'boolean' ? { ...tree, value: !tree.value } : null;
    case 'unary':
      return tree.operator === 'not' ? tree.operand : null;
    case 'comparison':
      return { ...tree, operator: OPPOSITE[tree.operator] };
    case 'test':
    case 'between':
    case 'in':
    case 'like':
      return { ...tree, negated: !tree.negated };
    case 'and':
      return { ...tree, kind: 'or', operands: tree.operands.map(negateOrWrap) };
    case 'or':
      return { ...tree, kind: 'and', operands: tree.operands.map(negateOrWrap) };
    default:
      return null;
  }
}

function negateOrWrap(tree: Expression): Expression {
  return negate(tree) ?? { kind: 'unary', operator: 'not', operand: tree };
}
