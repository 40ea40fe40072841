import { columnsOf } from '@/lib/sql/columns';
import { isDeterministic } from '@/lib/sql/facts';
import { normaliseExpression } from '@/lib/sql/normalise';
import { printExpression } from '@/lib/sql/print';
import { conjunctsOf, disjunctsOf } from '@/lib/sql/rewrite';
import type { Expression, Literal } from '@/lib/sql/tree';

/**
 * What a condition says about one operand, as far as it is a set of values, a set of others, or a range. Everything else a
 * condition may say is not read, and nothing is concluded from it.
 */
export type RowConstraint =
  | { operand: string; says: 'one-of'; values: string[] }
  | { operand: string; says: 'none-of'; values: string[] }
  | { operand: string; says: 'at-least' | 'at-most'; literal: Literal; isStrict: boolean }
  | { operand: string; says: 'null' }
  | { operand: string; says: 'not-null' };

/** The constraints of one condition; the filter of an entity is read once for everybody whose rows come through it. */
export function constraintsIn(condition: Expression): readonly RowConstraint[] {
  const before = known.get(condition);
  if (before) return before;
  const made = isDeterministic(condition)
    ? conjunctsOf(normaliseExpression(condition)).flatMap((one) => readOne(one) ?? [])
    : [];
  known.set(condition, made);
  return made;
}

const known = new WeakMap<Expression, readonly RowConstraint[]>();

function readOne(tree: Expression): RowConstraint | null {
  switch (tree.kind) {
    case 'comparison': {
      const [literal, operand] = tree.left.kind === 'literal' ? [tree.left, tree.right] : [tree.right, tree.left];
      if (literal.kind !== 'literal' || literal.type === 'null' || !isOperand(operand)) return null;
      const name = printExpression(operand);
      if (tree.operator === '=') return { operand: name, says: 'one-of', values: [printExpression(literal)] };
      if (tree.operator === '<>') return { operand: name, says: 'none-of', values: [printExpression(literal)] };
      if (tree.operator !== '<' && tree.operator !== '<=') return null;
      const says = tree.left === literal ? 'at-least' : 'at-most';
      return { operand: name, says, literal, isStrict: tree.operator === '<' };
    }
    case 'in': {
      const values = tree.items.flatMap((item) =>
        item.kind === 'literal' && item.type !== 'null' ? [printExpression(item)] : [],
      );
      if (values.length < tree.items.length || !isOperand(tree.operand)) return null;
      return { operand: printExpression(tree.operand), says: tree.negated ? 'none-of' : 'one-of', values };
    }
    case 'or': {
      const parts = disjunctsOf(tree).map(readOne);
      const [first] = parts;
      if (first?.says !== 'one-of') return null;
      const values = parts.flatMap((part) =>
        part?.says === 'one-of' && part.operand === first.operand ? [part.values] : [],
      );
      if (values.length < parts.length) return null;
      return { operand: first.operand, says: 'one-of', values: [...new Set(values.flat())] };
    }
    case 'test':
      if (tree.test !== 'null' || !isOperand(tree.operand)) return null;
      return tree.negated
        ? { operand: printExpression(tree.operand), says: 'not-null' }
        : { operand: printExpression(tree.operand), says: 'null' };
    case 'column':
      return { operand: printExpression(tree), says: 'one-of', values: ['true'] };
    case 'unary':
      if (tree.operator !== 'not' || tree.operand.kind !== 'column') return null;
      return { operand: printExpression(tree.operand), says: 'one-of', values: ['false'] };
    default:
      return null;
  }
}

function isOperand(tree: Expression): boolean {
  return columnsOf(tree).length > 0;
}

/** What of the needed rows the offered ones leave out. */
export type Exclusion = {
  operand: string;
  /** None of the needed rows are there; some surely are not; or more is needed than is said to be there. */
  extent: 'all' | 'some' | 'perhaps';
  /** The needed values that are not there, where they are known. */
  values: string[];
};

/** Null where the offered rows keep everything the need asks for, or where nothing can be said. */
export function excludedBy(needed: RowConstraint, offered: RowConstraint): Exclusion | null {
  const { operand } = needed;
  if (operand !== offered.operand) return null;
  const found = (extent: Exclusion['extent'], values: string[] = []): Exclusion => ({ operand, extent, values });
  if (needed.says === 'null') return offered.says === 'null' ? null : found('all');
  if (offered.says === 'null') return found('all');
  if (offered.says === 'not-null') return null;
  if (needed.says === 'not-null') return found('perhaps');
  if (needed.says === 'one-of') {
    const missing = needed.values.filter((value) => !keeps(offered, value));
    if (missing.length === 0) return null;
    return found(missing.length === needed.values.length ? 'all' : 'some', missing);
  }
  if (offered.says === 'one-of') {
    const kept = offered.values.filter((value) => keeps(needed, value));
    return kept.length === 0 ? found('all') : found('perhaps');
  }
  if (offered.says === 'none-of') {
    const missing = offered.values.filter((value) => keeps(needed, value));
    return missing.length === 0 ? null : found('some', missing);
  }
  if (needed.says === 'none-of') return found('perhaps');
  const order = compareLiterals(needed.literal, offered.literal);
  if (order === null) return null;
  if (needed.says === offered.says) {
    const isTighter = needed.says === 'at-least' ? order < 0 : order > 0;
    return isTighter || (order === 0 && offered.isStrict && !needed.isStrict) ? found('perhaps') : null;
  }
  const isApart = needed.says === 'at-least' ? order > 0 : order < 0;
  return isApart || (order === 0 && (needed.isStrict || offered.isStrict)) ? found('all') : found('perhaps');
}

/** False only when a row with this value is surely not kept. */
function keeps(constraint: RowConstraint, value: string): boolean {
  switch (constraint.says) {
    case 'one-of':
      return constraint.values.includes(value);
    case 'none-of':
      return !constraint.values.includes(value);
    case 'null':
      return false;
    case 'not-null':
      return true;
    default: {
      const order = compareText(value, constraint.literal);
      if (order === null) return true;
      if (order === 0) return !constraint.isStrict;
      return constraint.says === 'at-least' ? order > 0 : order < 0;
    }
  }
}

function compareText(value: string, { type, value: bound }: Literal): number | null {
  if (type !== 'number' || bound === null || !/^-?\d+(\.\d+)?$/.test(value)) return null;
  return Number(value) - Number(bound);
}

/** Numbers by value, days and moments by their canonical text; null for what has no order here. */
function compareLiterals(a: Literal, b: Literal): number | null {
  if (a.type === 'number' && b.type === 'number') return Number(a.value) - Number(b.value);
  if (a.type !== b.type || (a.type !== 'date' && a.type !== 'timestamp')) return null;
  return a.value === b.value ? 0 : String(a.value) < String(b.value) ? -1 : 1;
}
