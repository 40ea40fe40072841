import type { Expression } from './tree';

/**
 * How tightly each construct binds, weakest first: PostgreSQL's order. The parser and the printer read the same table,
 * so what one leaves out in parentheses the other does not miss.
 */
export const POWER = {
  or: 1,
  and: 2,
  not: 3,
  is: 4,
  comparison: 5,
  membership: 6,
  concatenation: 7,
  sum: 8,
  product: 9,
  sign: 10,
  primary: 11,
} as const;

export const BINARY_POWER = {
  '||': POWER.concatenation,
  '+': POWER.sum,
  '-': POWER.sum,
  '*': POWER.product,
  '/': POWER.product,
  '%': POWER.product,
} as const;

/** The power of a tree's outermost construct: an operand weaker than its place needs parentheses. */
export function powerOf(tree: Expression): number {
  switch (tree.kind) {
    case 'or':
      return POWER.or;
    case 'and':
      return POWER.and;
    case 'unary':
      return tree.operator === 'not' ? POWER.not : POWER.sign;
    case 'test':
      return POWER.is;
    case 'comparison':
      return tree.operator.startsWith('is') ? POWER.is : POWER.comparison;
    case 'between':
    case 'in':
    case 'like':
      return POWER.membership;
    case 'binary':
      return BINARY_POWER[tree.operator];
    default:
      return POWER.primary;
  }
}
