import type { TypeOf } from '@/lib/sql/print-engine';
import type { Comparison, Expression } from '@/lib/sql/tree';
import { compare, number } from './build';
import { plainNumber } from './literal-numbers';
import { isWhole } from './spell-numbers';

/**
 * A whole number divided by a constant: `amount_cents / 100.0 <= 9.99`. Division is a floating one in every engine and
 * never falls while its operand rises, so the bound is the last whole number whose own quotient still keeps it, found by
 * dividing just as the engine will.
 */
export function spellQuotient({ operator, left, right }: Comparison, typeOf: TypeOf): Expression | null {
  if (left.kind !== 'binary' || left.operator !== '/') return null;
  const [divisor, bound] = [plainNumber(left.right), plainNumber(right)];
  if (divisor === null || divisor === 0 || bound === null || !isWhole(left.left, typeOf)) return null;
  if (operator !== '<' && operator !== '<=' && operator !== '>' && operator !== '>=') return null;
  const keeps = (whole: number) => isKept(whole / divisor, operator, bound);
  const isBelow = operator.startsWith('<') === divisor > 0;
  const limit = isBelow ? lastKept(keeps, bound * divisor, -1) : lastKept(keeps, bound * divisor, 1);
  return limit === null ? null : compare(left.left, isBelow ? '<=' : '>=', number(limit));
}

function isKept(value: number, operator: '<' | '<=' | '>' | '>=', bound: number): boolean {
  switch (operator) {
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
  }
}

const WHOLE_MAX = 2 ** 50;

/** Stepping inwards from just outside, the first that is kept; rounding moves it by one or two at most. */
function lastKept(keeps: (whole: number) => boolean, near: number, inwards: 1 | -1): number | null {
  if (!Number.isFinite(near) || Math.abs(near) > WHOLE_MAX) return null;
  const start = Math.round(near) - 3 * inwards;
  if (keeps(start)) return null;
  for (let step = 1; step <= 6; step++) if (keeps(start + step * inwards)) return start + step * inwards + 0;
  return null;
}
