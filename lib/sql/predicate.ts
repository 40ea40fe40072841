import { compareText } from '@/lib/base/compare-text';
import { printExpression } from './print';
import { andOf, conjunctsOf, disjunctsOf, orOf } from './rewrite';
import type { Expression } from './tree';

/**
 * Row filters in one canonical spelling, so that two that say the same in another order or bracketing are one: flat,
 * without duplicates, operands sorted by their text, constants folded. Null stands for all rows. Every step holds in
 * three-valued logic; nothing cleverer is tried (`a or (a and b)` stays), because a reviewer must recognise the filter.
 */
export function canonicalPredicate(tree: Expression | null): Expression | null {
  if (tree === null) return null;
  const folded = fold(tree);
  return isConstant(folded, true) ? null : folded;
}

/** The text of a row filter, or null for all rows. */
export function printPredicate(tree: Expression | null): string | null {
  if (tree === null) return null;
  const known = texts.get(tree);
  if (known !== undefined) return known;
  const canonical = canonicalPredicate(tree);
  const text = canonical && printExpression(canonical);
  texts.set(tree, text);
  return text;
}

/** One filter is printed for everybody who needs it, and trees do not change. */
const texts = new WeakMap<Expression, string | null>();

/** The rows any of the filters keeps; one filter that keeps all keeps all. No filters keep nothing. */
export function orPredicates(list: readonly (Expression | null)[]): Expression | null {
  const filters = list.filter((filter) => filter !== null);
  return filters.length < list.length ? null : canonicalPredicate(orOf(filters));
}

/** The rows every filter keeps; a filter that keeps all adds nothing. No filters keep all. */
export function andPredicates(list: readonly (Expression | null)[]): Expression | null {
  return canonicalPredicate(andOf(list.filter((filter) => filter !== null)));
}

function fold(tree: Expression): Expression {
  if (tree.kind === 'and') return foldOperands(conjunctsOf(tree), true);
  if (tree.kind === 'or') return foldOperands(disjunctsOf(tree), false);
  if (tree.kind === 'unary' && tree.operator === 'not') {
    const operand = fold(tree.operand);
    if (isConstant(operand, true) || isConstant(operand, false)) return constant(isConstant(operand, false));
    return { ...tree, operand };
  }
  return tree;
}

/** `neutral` is what adds nothing (true in an `and`); its opposite decides the whole. */
function foldOperands(operands: Expression[], neutral: boolean): Expression {
  const join = neutral ? andOf : orOf;
  const flatten = neutral ? conjunctsOf : disjunctsOf;
  const folded = operands.map(fold).flatMap(flatten);
  if (folded.some((operand) => isConstant(operand, !neutral))) return constant(!neutral);

  const byText = new Map<string, Expression>();
  for (const operand of folded) {
    if (!isConstant(operand, neutral)) byText.set(printExpression(operand), operand);
  }
  const sorted = [...byText].sort(([a], [b]) => compareText(a, b)).map(([, operand]) => operand);
  return join(sorted);
}

function isConstant(tree: Expression, value: boolean): boolean {
  return tree.kind === 'literal' && tree.type === 'boolean' && tree.value === value;
}

function constant(value: boolean): Expression {
  return { kind: 'literal', type: 'boolean', value };
}
