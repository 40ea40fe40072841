import { compareText } from '@/lib/base/compare-text';
import { isDeterministic } from './facts';
import { negate } from './negate';
import { normaliseLiteral, normaliseLiteralCast } from './normalise-literal';
import { canonicalPredicate } from './predicate';
import { printExpression } from './print';
import { andOf, sameExpression } from './rewrite';
import type { Between, Call, Case, Comparison, ComparisonOperator, Expression, InList } from './tree';
import { childrenOf, mapChildren } from './walk';

/**
 * Two expressions are called equal when they are the same tree after these steps, and no others. Each keeps the value
 * of every row, null included:
 *
 * 1. `and`, `or`: flat, without duplicates, sorted, constants folded
 * 2. `not` moved inwards: double negation, `not (a = b)` → `a <> b`, `not (a < b)` → `b <= a`, `not (x is null)`,
 *    `not in`, `not between`, `not like`, and over `and` and `or` (De Morgan)
 * 3. `a > b` → `b < a`, `a >= b` → `b <= a`; the sides of `=`, `<>` and `is [not] distinct from` sorted
 * 4. `x is distinct from null` → `x is not null`
 * 5. `x between a and b` → `a <= x and x <= b`, unless `x` is long
 * 6. `in` lists sorted, without duplicates; a list of one is an equality
 * 7. `a + b`, `a * b`: the two sides sorted (no regrouping: floating sums depend on it)
 * 8. `+x` → `x`, `- -x` → `x`
 * 9. numbers without trailing zeros; conversions of a literal to the type it has, or of text to the date it spells;
 *    a conversion made twice made once
 * 10. `coalesce` flat; `greatest` and `least` flat, sorted, without duplicates; of one argument, that argument
 * 11. `case` without `else null`; `case when x = 1 … when x = 2 …` → `case x when 1 … when 2 …`
 * 12. `count` of a constant → `count(*)`
 *
 * Where a step would compute something once instead of twice, or twice instead of once, it is left out for an
 * expression that may differ each time.
 */
export function normaliseExpression(tree: Expression): Expression {
  if (tree.kind === 'unary' && tree.operator === 'not') {
    const negated = negate(tree.operand);
    if (negated) return normaliseExpression(negated);
  }
  return normaliseNode(mapChildren(tree, normaliseExpression));
}

/** Equal after the listed steps. False means "cannot tell", never "different". */
export function isEqualNormalised(a: Expression, b: Expression): boolean {
  return sameExpression(normaliseExpression(a), normaliseExpression(b));
}

function normaliseNode(tree: Expression): Expression {
  switch (tree.kind) {
    case 'and':
    case 'or':
    case 'unary':
      return normaliseLogic(tree);
    case 'comparison':
      return normaliseComparison(tree);
    case 'between':
      return normaliseBetween(tree);
    case 'in':
      return normaliseIn(tree);
    case 'binary': {
      if (tree.operator !== '+' && tree.operator !== '*') return tree;
      const [left, right] = sortTwo(tree.left, tree.right);
      return { ...tree, left, right };
    }
    case 'literal':
      return normaliseLiteral(tree);
    case 'cast':
      return normaliseLiteralCast(tree);
    case 'case':
      return normaliseCase(tree);
    case 'call':
      return normaliseCall(tree);
    case 'aggregate': {
      const [first] = tree.arguments;
      const isConstant = first?.kind === 'literal' && first.type !== 'null';
      return tree.name === 'count' && !tree.distinct && isConstant ? { ...tree, arguments: [] } : tree;
    }
    default:
      return tree;
  }
}

function normaliseLogic(tree: Expression): Expression {
  if (tree.kind === 'unary' && tree.operator === '+') return tree.operand;
  if (tree.kind === 'unary' && tree.operator === '-') {
    const { operand } = tree;
    return operand.kind === 'unary' && operand.operator === '-' ? operand.operand : tree;
  }
  return canonicalPredicate(tree) ?? { kind: 'literal', type: 'boolean', value: true };
}

const MIRRORED: Partial<Record<ComparisonOperator, ComparisonOperator>> = { '>': '<', '>=': '<=' };

function normaliseComparison(tree: Comparison): Expression {
  const mirrored = MIRRORED[tree.operator];
  if (mirrored) return { ...tree, operator: mirrored, left: tree.right, right: tree.left };
  if (tree.operator === '<' || tree.operator === '<=') return tree;

  const isDistinct = tree.operator.startsWith('is');
  const [left, right] = sortTwo(tree.left, tree.right);
  const other = isNull(left) ? right : isNull(right) ? left : null;
  if (!isDistinct || !other) return { ...tree, left, right };
  return { kind: 'test', test: 'null', negated: tree.operator === 'is distinct from', operand: other };
}

const OPERAND_NODES_MAX = 20;

/** The operand is repeated, so a large one stays: comparisons inside comparisons would grow without bound. */
function normaliseBetween(tree: Between): Expression {
  const { operand, low, high, negated } = tree;
  if (!isDeterministic(operand) || countNodes(operand) > OPERAND_NODES_MAX) return tree;
  const atLeast: Comparison = { kind: 'comparison', operator: '<=', left: low, right: operand };
  const atMost: Comparison = { kind: 'comparison', operator: '<=', left: operand, right: high };
  const both = andOf([atLeast, atMost]);
  return normaliseExpression(negated ? { kind: 'unary', operator: 'not', operand: both } : both);
}

function countNodes(tree: Expression): number {
  return childrenOf(tree).reduce((sum, child) => sum + countNodes(child), 1);
}

function normaliseIn(tree: InList): Expression {
  const items = tree.items.every(isDeterministic) ? sortOnce(tree.items) : tree.items;
  const [only] = items;
  if (!only || items.length > 1) return { ...tree, items };
  const operator = tree.negated ? '<>' : '=';
  return normaliseComparison({ kind: 'comparison', operator, left: tree.operand, right: only });
}

function normaliseCase(tree: Case): Expression {
  const otherwise = tree.otherwise && isNull(tree.otherwise) ? null : tree.otherwise;
  const subject = tree.subject === null ? subjectOf(tree) : null;
  if (!subject) return { ...tree, otherwise };
  const arms = tree.arms.map(({ when, result }) => ({ when: comparedWith(when, subject) ?? when, result }));
  return { ...tree, otherwise, subject, arms };
}

/** What every arm compares with something constant, if it is the same in all. */
function subjectOf({ arms }: Case): Expression | null {
  const first = arms[0]?.when;
  if (first?.kind !== 'comparison') return null;
  const subject = [first.left, first.right].find((side) => side.kind === 'column');
  return subject && arms.every(({ when }) => comparedWith(when, subject)) ? subject : null;
}

function comparedWith(when: Expression, subject: Expression): Expression | null {
  if (when.kind !== 'comparison' || when.operator !== '=') return null;
  const sides = [when.left, when.right];
  const other = sides.find((side) => side.kind === 'literal');
  return other && sides.some((side) => sameExpression(side, subject)) ? other : null;
}

function normaliseCall(tree: Call): Expression {
  const isExtreme = tree.name === 'greatest' || tree.name === 'least';
  if (!isExtreme && tree.name !== 'coalesce') return tree;
  const flat = tree.arguments.flatMap((each) =>
    each.kind === 'call' && each.name === tree.name ? each.arguments : [each],
  );
  const list = isExtreme && flat.every(isDeterministic) ? sortOnce(flat) : flat;
  const [only] = list;
  return only && list.length === 1 ? only : { ...tree, arguments: list };
}

function isNull(tree: Expression): boolean {
  return tree.kind === 'literal' && tree.type === 'null';
}

function sortTwo(a: Expression, b: Expression): [Expression, Expression] {
  return compareText(printExpression(a), printExpression(b)) <= 0 ? [a, b] : [b, a];
}

function sortOnce(list: readonly Expression[]): Expression[] {
  const byText = new Map(list.map((tree) => [printExpression(tree), tree]));
  return [...byText].sort(([a], [b]) => compareText(a, b)).map(([, tree]) => tree);
}
