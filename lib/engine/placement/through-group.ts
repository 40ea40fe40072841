import type { TypeOf } from '@/lib/sql/print-engine';
import { sameExpression } from '@/lib/sql/rewrite';
import type { Aggregate, Expression } from '@/lib/sql/tree';
import { compare, isNotNull, isNull, number } from './build';
import { divisorIn } from './divisor';
import { isConstantly } from './known-value';
import { plainNumber, wholeLiteral } from './literal-numbers';
import type { StayReason, Strength } from './placement';
import { isWhole } from './spell-numbers';
import { isConstant, unaryRule } from './unary-rule';

/** Rules that together stand for one, each about a single row; none where the rule cannot be broken. */
export type Parts = { rules: Expression[]; strength: Strength };

/**
 * A rule about what is worked out from the rows of a group, as rules about each of the rows. A smallest value is at least
 * something exactly when all values are; a mean lies between what all values lie between; a total of amounts that are
 * none of them negative is at least each of them. Of a total's upper bound a single row says nothing (1 + 2 > 2).
 */
export function throughGroup(rule: Expression, typeOf: TypeOf): Parts | StayReason {
  if (rule.kind === 'test' && rule.test === 'null' && rule.negated) return presentInGroup(rule.operand);
  const unary = unaryRule(rule);
  if (!unary) return 'many-rows';
  const { operand } = unary;
  if (operand.kind === 'call' && operand.name === 'coalesce') return throughCoalesce(operand.arguments, rule, typeOf);
  if (operand.kind === 'binary') return throughRatio(rule, operand);
  if (operand.kind !== 'aggregate') return 'many-rows';
  const [value] = operand.arguments;
  if (operand.name.startsWith('count')) return throughCount(rule, operand);
  if (!value) return 'many-rows';
  const about = unary.about(value);
  switch (operand.name) {
    case 'min':
    case 'max': {
      const within = operand.name === 'min' ? /^>=?$/ : /^<=?$/;
      const isWithin = rule.kind === 'comparison' && within.test(rule.operator);
      return { rules: [about], strength: isWithin ? 'exact' : 'sufficient' };
    }
    case 'bool_and':
      return { rules: [about], strength: rule.kind === 'aggregate' ? 'exact' : 'sufficient' };
    case 'bool_or':
      return { rules: [about], strength: 'sufficient' };
    case 'sum':
      return isKeptByAdding(rule) ? { rules: [about], strength: 'sufficient' } : 'total';
    case 'avg':
    case 'median':
    case 'percentile':
      return throughMean(rule, operand.name, about, isWhole(value, typeOf));
    default:
      return 'many-rows';
  }
}

function presentInGroup(operand: Expression): Parts | StayReason {
  if (operand.kind === 'call' && operand.name === 'coalesce')
    return operand.arguments.some((each) => isConstant(each) && isConstantly(isNotNull(each), true))
      ? { rules: [], strength: 'exact' }
      : 'many-rows';
  if (operand.kind !== 'aggregate') return 'many-rows';
  if (operand.name.startsWith('count')) return { rules: [], strength: 'exact' };
  const [value] = operand.arguments;
  return value && SEES_ANY.has(operand.name) ? { rules: [isNotNull(value)], strength: 'sufficient' } : 'many-rows';
}

/** Of these a group has one as soon as one of its rows has a value. */
const SEES_ANY: ReadonlySet<string> = new Set([
  'sum',
  'avg',
  'min',
  'max',
  'median',
  'percentile',
  'bool_and',
  'bool_or',
]);

function throughCoalesce(options: readonly Expression[], rule: Expression, typeOf: TypeOf): Parts | StayReason {
  const unary = unaryRule(rule);
  const rules: Expression[] = [];
  for (const option of options) {
    const about = unary?.about(option);
    if (!about) return 'many-rows';
    if (isConstant(option)) {
      if (!isConstantly(about, true)) return isConstantly(about, false) ? 'default-decides' : 'cannot-tell';
      continue;
    }
    const parts = throughGroup(about, typeOf);
    if (typeof parts === 'string') return parts;
    rules.push(...parts.rules);
  }
  return { rules, strength: 'sufficient' };
}

/** Every group has a row, and nothing is counted below none. */
function throughCount(rule: Expression, { name, arguments: counted }: Aggregate): Parts | StayReason {
  if (rule.kind !== 'comparison' || !rule.operator.startsWith('>')) return 'count';
  const bound = wholeLiteral(rule.right);
  const least = name === 'count' && counted.length === 0 ? 1n : 0n;
  if (bound === null) return 'count';
  return (rule.operator === '>=' ? least >= bound : least > bound) ? { rules: [], strength: 'exact' } : 'count';
}

/** Adding what is not negative never makes less, however it is rounded; and the same below zero. */
function isKeptByAdding(rule: Expression): boolean {
  if (rule.kind !== 'comparison') return false;
  const bound = plainNumber(rule.right);
  if (bound === null) return false;
  return (rule.operator.startsWith('>') && bound >= 0) || (/^<=?$/.test(rule.operator) && bound <= 0);
}

/**
 * A mean lies within what its values lie within, but for rounding: ten times 0.1, added up and divided by ten, is less
 * than 0.1. Whole values, and whole bounds that may be reached, are safe.
 */
function throughMean(rule: Expression, name: string, about: Expression, isWholeValue: boolean): Parts | StayReason {
  if (rule.kind !== 'comparison' || !/^[<>]=?$/.test(rule.operator)) return 'many-rows';
  const isSafe =
    isWholeValue ||
    (wholeLiteral(rule.right) !== null &&
      rule.operator.endsWith('=') &&
      (name !== 'percentile' || rule.operator === '>='));
  return isSafe ? { rules: [about], strength: 'sufficient' } : 'rounding';
}

/**
 * A share is at most one if no row's part is more than its whole. A part without a whole would add to one total alone,
 * and a negative whole would make up for the part of another row.
 */
function throughRatio(rule: Expression, { operator, left, right }: Extract<Expression, { kind: 'binary' }>) {
  const by = divisorIn(right);
  const [part] = left.kind === 'aggregate' && left.name === 'sum' && !left.distinct ? left.arguments : [];
  const [whole] = by.kind === 'aggregate' && by.name === 'sum' && !by.distinct ? by.arguments : [];
  const isAtMostOne = rule.kind === 'comparison' && rule.operator === '<=' && plainNumber(rule.right) === 1;
  if (operator !== '/' || !part || !whole || !isAtMostOne) return 'many-rows' satisfies StayReason;
  if (sameExpression(part, whole)) return { rules: [], strength: 'exact' } satisfies Parts;
  const within: Expression = { kind: 'and', operands: [isNotNull(whole), compare(part, '<=', whole)] };
  const rules: Expression[] = [{ kind: 'or', operands: [isNull(part), within] }, compare(whole, '>=', number(0))];
  return { rules, strength: 'sufficient' } satisfies Parts;
}
