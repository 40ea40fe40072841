import { compareText } from '@/lib/base/compare-text';
import { printExpression } from './print';
import { andOf, conjunctsOf, disjunctsOf, orOf } from './rewrite';
import type { Expression, Logical } from './tree';

/**
 * Row filters in one canonical spelling, so that two that say the same in another order or bracketing are one: flat,
 * without duplicates, operands sorted by their text, constants folded, and `a or (a and b)` is `a`. Null stands for all
 * rows. Every step holds in three-valued logic; nothing cleverer is tried, because a reviewer must recognise the filter.
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
  const sorted = [...byText].sort(([a], [b]) => compareText(a, b));
  return join(withoutAbsorbed(sorted, neutral).map(([, operand]) => operand));
}

/**
 * Of an `or`, what another operand keeps already: `a` keeps all that `a and b` keeps. Of an `and`, what another operand
 * is stricter than. Of two that say the same the first by its text is left.
 */
function withoutAbsorbed(sorted: readonly [string, Expression][], isAnd: boolean): [string, Expression][] {
  const kept = [...sorted];
  if (kept.every(([, operand]) => !isJoined(operand))) return kept;
  for (let at = kept.length - 1; at >= 0; at--) {
    const [, own] = kept[at] ?? [];
    const isSaid = kept.some(
      ([, other], beside) => beside !== at && own && (isAnd ? implies(other, own) : implies(own, other)),
    );
    if (isSaid) kept.splice(at, 1);
  }
  return kept;
}

/**
 * Is one never truer than the other, whatever its comparisons turn out to be? No comparison is looked into, and what can
 * hold in very many ways is left as it is. With null between false and true, `and` is the least of its operands and `or`
 * the greatest, so it is enough to look at every way in which the one can hold.
 */
function implies(one: Expression, other: Expression): boolean {
  const ways = waysToHold(one);
  return ways?.every((way) => holdsWith(other, way)) ?? false;
}

const WAYS_MAX = 64;

/** Each way as the texts of the conditions that then hold; null where there are too many. */
function waysToHold(tree: Expression): ReadonlySet<string>[] | null {
  if (!isJoined(tree)) return [new Set([printExpression(tree)])];
  let ways: ReadonlySet<string>[] = tree.kind === 'or' ? [] : [new Set()];
  for (const operand of tree.operands) {
    const own = waysToHold(operand);
    if (own === null) return null;
    ways =
      tree.kind === 'or' ? [...ways, ...own] : ways.flatMap((way) => own.map((more) => new Set([...way, ...more])));
    if (ways.length > WAYS_MAX) return null;
  }
  return ways;
}

function holdsWith(tree: Expression, way: ReadonlySet<string>): boolean {
  if (!isJoined(tree)) return way.has(printExpression(tree));
  const holds = (operand: Expression) => holdsWith(operand, way);
  return tree.kind === 'and' ? tree.operands.every(holds) : tree.operands.some(holds);
}

function isJoined(tree: Expression): tree is Logical {
  return tree.kind === 'and' || tree.kind === 'or';
}

function isConstant(tree: Expression, value: boolean): boolean {
  return tree.kind === 'literal' && tree.type === 'boolean' && tree.value === value;
}

function constant(value: boolean): Expression {
  return { kind: 'literal', type: 'boolean', value };
}
