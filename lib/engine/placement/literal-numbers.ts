import type { Expression } from '@/lib/sql/tree';

/** The whole number a literal is, with its sign; null for everything else. */
export function wholeLiteral(tree: Expression): bigint | null {
  if (tree.kind === 'unary' && tree.operator === '-') {
    const positive = wholeLiteral(tree.operand);
    return positive === null ? null : -positive;
  }
  if (tree.kind !== 'literal' || tree.type !== 'number' || tree.value.includes('.')) return null;
  return BigInt(tree.value);
}

/** Any literal number, where a floating number holds it without loss; null for everything else. */
export function plainNumber(tree: Expression): number | null {
  if (tree.kind === 'unary' && tree.operator === '-') {
    const positive = plainNumber(tree.operand);
    return positive === null ? null : -positive;
  }
  if (tree.kind !== 'literal' || tree.type !== 'number') return null;
  return tree.value.replace('.', '').length <= 15 ? Number(tree.value) : null;
}
