import { printExpression } from '@/lib/sql/print';
import { andOf, sameExpression } from '@/lib/sql/rewrite';
import type { Case, Expression } from '@/lib/sql/tree';
import { mapChildren } from '@/lib/sql/walk';
import { isNotNull } from './build';
import { knownValue } from './known-value';
import { type UnaryRule, unaryRule } from './unary-rule';

/**
 * A rule about a translated code, as a rule about the code: which codes are allowed, or which are not. What is no code of
 * the list takes the `else`, and so does null. Only as a whole rule, of which no more is kept than what breaks it. Null
 * where the codes do not decide it.
 */
export function spellCodes(rule: Expression): Expression | null {
  const unary = presenceRule(rule) ?? unaryRule(rule);
  const choice = unary && codesOf(unary.operand);
  if (!unary || !choice) return null;
  const passes = (result: Expression | null): boolean | null => {
    const judged = knownValue(unary.about(result ?? NOTHING), () => undefined);
    return judged === undefined ? null : judged?.value !== false;
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

/**
 * When a condition is true, of which nothing but that matters: of a translated code, for which codes. What is no code of
 * the list must not make it true, since null would neither be in a set nor out of it.
 */
export function spellTruth(condition: Expression): Expression {
  if (condition.kind === 'and' || condition.kind === 'or') return mapChildren(condition, spellTruth);
  const unary = unaryRule(condition);
  const choice = unary && codesOf(unary.operand);
  if (!unary || !choice) return condition;
  const isTrue = (result: Expression | null): boolean | null => {
    const judged = knownValue(unary.about(result ?? NOTHING), () => undefined);
    return judged === undefined ? null : judged?.value === true;
  };
  const codes = [...choice.arms.values()].map(({ when, result }) => ({ when, isTrue: isTrue(result) }));
  if (isTrue(choice.otherwise) !== false || codes.some((code) => code.isTrue === null)) return condition;
  const items = codes.filter((code) => code.isTrue).map(({ when }) => when);
  const [only] = items;
  if (!only) return { kind: 'literal', type: 'boolean', value: false };
  if (items.length === 1) return { kind: 'comparison', operator: '=', left: choice.of, right: only };
  return { kind: 'in', negated: false, operand: choice.of, items };
}

const NOTHING: Expression = { kind: 'literal', type: 'null', value: null };

/** That a value is there is the one rule about it that nothing breaks. */
function presenceRule(rule: Expression): UnaryRule | null {
  if (rule.kind !== 'test' || rule.test !== 'null' || !rule.negated) return null;
  return { operand: rule.operand, about: (operand) => ({ ...rule, operand }) };
}

type Choice = {
  of: Expression;
  arms: Map<string, { when: Expression; result: Expression }>;
  otherwise: Case['otherwise'];
};

/** Constants for constants; a code that stands twice is the first. */
function codesOf(tree: Expression): Choice | null {
  const choice = tree.kind === 'case' ? comparedOneByOne(tree) : null;
  if (choice?.subject?.kind !== 'column') return null;
  const arms: Choice['arms'] = new Map();
  for (const { when, result } of choice.arms) {
    if (when.kind !== 'literal' || when.type === 'null' || result.kind !== 'literal') return null;
    if (when.type === 'number' && when.value.includes('.')) return null;
    const key = printExpression(when);
    if (!arms.has(key)) arms.set(key, { when, result });
  }
  const { otherwise } = choice;
  if (otherwise !== null && otherwise.kind !== 'literal') return null;
  return { of: choice.subject, arms, otherwise };
}

/** `case when code = 'a' then …` as `case code when 'a' then …`, where every arm compares the same. */
function comparedOneByOne(tree: Case): Case {
  const [first] = tree.arms;
  if (tree.subject || first?.when.kind !== 'comparison') return tree;
  const subject = first.when.left;
  const arms = tree.arms.flatMap(({ when, result }) =>
    when.kind === 'comparison' && when.operator === '=' && sameExpression(when.left, subject)
      ? [{ when: when.right, result }]
      : [],
  );
  return arms.length === tree.arms.length ? { ...tree, subject, arms } : tree;
}
