import type { TypeOf } from '@/lib/sql/print-engine';
import { andOf } from '@/lib/sql/rewrite';
import type { Comparison, Expression, InList } from '@/lib/sql/tree';
import { typeExpression } from '@/lib/sql/types';
import { compare, number } from './build';
import { wholeLiteral } from './literal-numbers';

/**
 * Whole numbers can be solved for, floating ones never: `v + 0.2 <= 0.3` and `v <= 0.1` differ at v = 0.1. An equation
 * without a whole solution (`2 * s = 5`) is left as it stands, where everybody sees that it can never hold.
 */
export function spellWhole({ operator, left, right }: Comparison, typeOf: TypeOf): Expression | null {
  const bound = wholeLiteral(right);
  if (bound === null) return null;
  if (left.kind === 'call' && left.name === 'div') return spellDivision(left.arguments, operator, bound, typeOf);
  const step = isWhole(left, typeOf) ? affineStep(left) : null;
  if (!step || !isWhole(step.of, typeOf)) return null;
  const { of, factor, plus } = step;
  const rest = bound - plus;
  const isExact = rest % factor === 0n;
  switch (operator) {
    case '=':
    case '<>':
      return isExact ? compare(of, operator, number(rest / factor)) : null;
    case '<=':
    case '<':
    case '>=':
    case '>': {
      const isUpper = operator.startsWith('<');
      const isStrict = !operator.endsWith('=');
      const limit = isStrict ? rest + (isUpper ? -1n : 1n) : rest;
      // factor * of <= limit, or >= limit; a negative factor turns it round.
      const isBelow = isUpper === factor > 0n;
      const solved = isBelow ? floorDivide(limit, factor) : ceilDivide(limit, factor);
      return compare(of, isBelow ? '<=' : '>=', number(solved));
    }
    default:
      return null;
  }
}

/** An equation over whole numbers that no whole number solves. */
export function isUnsolvable({ operator, left, right }: Comparison, typeOf: TypeOf): boolean {
  const bound = operator === '=' ? wholeLiteral(right) : null;
  const step = bound !== null && isWhole(left, typeOf) ? affineStep(left) : null;
  return bound !== null && step !== null && isWhole(step.of, typeOf) && (bound - step.plus) % step.factor !== 0n;
}

/** A set of whole numbers solved for one by one; those that no whole number makes are out of it, unless none is left. */
export function spellSet(tree: InList, typeOf: TypeOf): Expression | null {
  const solved = solveSet(tree, typeOf);
  if (!solved || solved.values.length === 0) return null;
  return { ...tree, operand: solved.of, items: solved.values.map(number) };
}

/** A set of whole numbers of which not one can be made. */
export function isInNoWhole(tree: InList, typeOf: TypeOf): boolean {
  return !tree.negated && solveSet(tree, typeOf)?.values.length === 0;
}

function solveSet({ operand, items }: InList, typeOf: TypeOf): { of: Expression; values: bigint[] } | null {
  const step = isWhole(operand, typeOf) ? affineStep(operand) : null;
  const wanted = items.map(wholeLiteral);
  if (!step || !isWhole(step.of, typeOf) || wanted.includes(null)) return null;
  const { of, factor, plus } = step;
  const rest = wanted.flatMap((value) => (value === null ? [] : [value - plus]));
  return { of, values: rest.filter((value) => value % factor === 0n).map((value) => value / factor) };
}

/** A number between the same number of either sign. */
export function spellAbsolute({ operator, left, right }: Comparison): Expression | null {
  const bound = wholeLiteral(right);
  if (left.kind !== 'call' || left.name !== 'abs' || bound === null || bound < 0n) return null;
  const [of] = left.arguments;
  if (!of || (operator !== '<=' && operator !== '<')) return null;
  return andOf([compare(of, operator, number(bound)), compare(of, operator === '<' ? '>' : '>=', number(-bound))]);
}

/** Whole division drops the fraction, towards zero: only on the far side of zero is a bound a multiple of the divisor. */
function spellDivision(
  [of, by]: readonly Expression[],
  operator: Comparison['operator'],
  bound: bigint,
  typeOf: TypeOf,
): Expression | null {
  const divisor = by ? wholeLiteral(by) : null;
  if (!of || divisor === null || divisor <= 0n || !isWhole(of, typeOf)) return null;
  const isFar = (operator === '>=' && bound > 0n) || (operator === '<=' && bound < 0n);
  return isFar ? compare(of, operator, number(bound * divisor)) : null;
}

type AffineStep = { of: Expression; factor: bigint; plus: bigint };

function affineStep(tree: Expression): AffineStep | null {
  if (tree.kind === 'unary' && tree.operator === '-') return { of: tree.operand, factor: -1n, plus: 0n };
  if (tree.kind !== 'binary') return null;
  const [left, right] = [wholeLiteral(tree.left), wholeLiteral(tree.right)];
  switch (tree.operator) {
    case '+':
      if (right !== null) return { of: tree.left, factor: 1n, plus: right };
      return left === null ? null : { of: tree.right, factor: 1n, plus: left };
    case '-':
      if (right !== null) return { of: tree.left, factor: 1n, plus: -right };
      return left === null ? null : { of: tree.right, factor: -1n, plus: left };
    case '*':
      if (right !== null && right !== 0n) return { of: tree.left, factor: right, plus: 0n };
      return left === null || left === 0n ? null : { of: tree.right, factor: left, plus: 0n };
    default:
      return null;
  }
}

export function isWhole(tree: Expression, typeOf: TypeOf): boolean {
  return typeExpression(tree, typeOf).type === 'integer';
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function ceilDivide(a: bigint, b: bigint): bigint {
  return -floorDivide(-a, b);
}
