import { canonicalDate, canonicalTime, canonicalTimestamp } from './literals';
import type { Cast, Expression, Literal } from './tree';

/** `1.50` is `1.5`, but `1.0` is not `1`: one divides and compares the same, yet is another type. */
export function normaliseLiteral(literal: Literal): Literal {
  if (literal.type !== 'number' || !literal.value.includes('.')) return literal;
  return { ...literal, value: literal.value.replace(/0+$/, '').replace(/\.$/, '.0') };
}

/** A conversion that changes nothing, or whose result can be written down. */
export function normaliseLiteralCast(cast: Cast): Expression {
  const { operand, to, size } = cast;
  if (operand.kind === 'cast' && operand.to === to && size === null && operand.size === null) return operand;
  if (operand.kind !== 'literal' || size !== null) return cast;
  if (operand.type === 'string') return readText(operand.value, cast);
  if (operand.type === to) return operand;
  if (operand.type !== 'number' || operand.value.includes('.')) return cast;
  if (to === 'integer') return operand;
  return to === 'string' ? { kind: 'literal', type: 'string', value: operand.value } : cast;
}

function readText(text: string, cast: Cast): Expression {
  if (cast.to === 'string') return cast.operand;
  if (cast.to === 'date') return literalOf('date', canonicalDate(text)) ?? cast;
  if (cast.to === 'time') return literalOf('time', canonicalTime(text)) ?? cast;
  if (cast.to === 'timestamp') return literalOf('timestamp', canonicalTimestamp(text)) ?? cast;
  return cast;
}

function literalOf(type: 'date' | 'time' | 'timestamp', value: string | null): Expression | null {
  return value === null ? null : { kind: 'literal', type, value };
}
