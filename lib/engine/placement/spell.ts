import type { TypeOf } from '@/lib/sql/print-engine';
import type { Comparison, ComparisonOperator, Expression } from '@/lib/sql/tree';
import { mapChildren } from '@/lib/sql/walk';
import { spellTruth } from './spell-codes';
import { spellDays } from './spell-days';
import { spellAbsolute, spellSet, spellWhole } from './spell-numbers';
import { spellPresence } from './spell-presence';
import { spellQuotient } from './spell-quotient';
import { isConstant } from './unary-rule';

/**
 * A plainer spelling of a substituted condition, where it has one that is null, true and false for the very same values:
 * `amount_cents / 100.0 >= 0` is `amount_cents >= 0`. Where that is not sure, and always for floating numbers, the
 * substituted form stays as it is: it is right, only longer.
 */
export function spellPlainly(tree: Expression, typeOf: TypeOf): Expression {
  const spelt = mapChildren(tree, (child) => spellPlainly(child, typeOf));
  if (spelt.kind === 'test' && spelt.test === 'true') return mapChildren(spelt, spellTruth);
  const present = spellPresence(spelt, typeOf);
  if (present) return spellPlainly(present, typeOf);
  const set = spelt.kind === 'in' ? spellSet(spelt, typeOf) : null;
  if (set) return spellPlainly(set, typeOf);
  if (spelt.kind !== 'comparison') return spelt;
  const turned = isConstant(spelt.left) ? turn(spelt) : spelt;
  if (isConstant(turned.left)) return spelt;
  for (const spell of SPELLINGS) {
    const plain = spell(turned, typeOf);
    // Each takes one step off the left side, so that this ends.
    if (plain) return spellPlainly(plain, typeOf);
  }
  return turned;
}

/** A step towards the plainer spelling; null where there is none that is sure. */
type Spelling = (tree: Comparison, typeOf: TypeOf) => Expression | null;

const SPELLINGS: readonly Spelling[] = [spellWhole, spellAbsolute, spellQuotient, spellDays];

const TURNED: Partial<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '=',
  '<>': '<>',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** `0 <= x` as `x >= 0`: what varies stands on the left. */
function turn(tree: Comparison): Comparison {
  const operator = TURNED[tree.operator];
  return operator ? { kind: 'comparison', operator, left: tree.right, right: tree.left } : tree;
}
