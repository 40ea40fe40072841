import { printExpression } from '@/lib/sql/print';
import { andOf } from '@/lib/sql/rewrite';
import type { Case, Expression } from '@/lib/sql/tree';
import { isNotNull } from './build';
import { isConstantly } from './known-value';
import { unaryRule } from './unary-rule';

/**
 * A rule about a translated code, as a rule about the code: which codes are allowed, or which are not. What is no code of
 * the list takes the `else`, and so does null. Only as a whole rule, of which no more is kept than what breaks it. Null
 * where the codes do not decide it.
 */
export function spellCodes(rule: Expression): Expression | null {
  const unary = unaryRule(rule);
  const choice = unary && codesOf(unary.operand);
  if (!unary || !choice) return null;
  const passes = (result: Expression | null): boolean | null => {
    if (result === null || (result.kind === 'literal' && result.type === 'null')) return true;
    const judged = unary.about(result);
    return isConstantly(judged, true) ? true : isConstantly(judged, false) ? false : null;
  };
  const { of, arms, otherwise } = choice;
  const rest = passes(otherwise);
  const codes = [...arms.values()].map(({ when, result }) => ({ when, isAllowed: passes(result) }));
  if (rest === null || codes.some(({ isAllowed }) => isAllowed === null)) return null;
  const items = codes.filter(({ isAllowed }) => isAllowed !== rest).map(({ when }) => when);
  if (rest) {
    if (items.length === 0) return { kind: 'literal', type: 'boolean', value: true };
    return { kind: 'in', negated: true, operand: of, items };
  }
  if (items.length === 0) return { kind: 'literal', type: 'boolean', value: false };
  return andOf([isNotNull(of), { kind: 'in', negated: false, operand: of, items }]);
}

type Choice = {
  of: Expression;
  arms: Map<string, { when: Expression; result: Expression }>;
  otherwise: Case['otherwise'];
};

/** Constants for constants; a code that stands twice is the first. */
function codesOf(tree: Expression): Choice | null {
  if (tree.kind !== 'case' || tree.subject?.kind !== 'column') return null;
  const arms: Choice['arms'] = new Map();
  for (const { when, result } of tree.arms) {
    if (when.kind !== 'literal' || when.type === 'null' || result.kind !== 'literal') return null;
    if (when.type === 'number' && when.value.includes('.')) return null;
    const key = printExpression(when);
    if (!arms.has(key)) arms.set(key, { when, result });
  }
  const { otherwise } = tree;
  if (otherwise !== null && otherwise.kind !== 'literal') return null;
  return { of: tree.subject, arms, otherwise };
}
