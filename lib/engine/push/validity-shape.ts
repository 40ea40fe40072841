import { compareText } from '@/lib/base/compare-text';
import { columnsOf } from '@/lib/sql/columns';
import { printExpression } from '@/lib/sql/print';
import { andOf, orOf } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import { plainNumber } from '../placement/literal-numbers';
import type { Enforcement, Scalar, ValidityValue } from './validity-value';

/** A placed check as a row says it: where it stands, under which name, and in which of the known shapes. */
export type ValidityShape = { target: string; rule: string; value: ValidityValue };

/**
 * The plainest shape a condition has: not null, a set, a range, a pattern; else a condition that holds. Rules that may
 * stand several times on one target bear what tells them apart in their name, always, so that a second one renames none.
 */
export function shapeOf(entity: string, condition: Expression, enforcement: Enforcement): ValidityShape {
  const known = shapes.get(condition) ?? new Map<string, ValidityShape>();
  shapes.set(condition, known);
  const name = `${enforcement} ${entity}`;
  const shape = known.get(name) ?? makeShape(entity, condition, enforcement);
  known.set(name, shape);
  return shape;
}

/** One check is asked by everybody who needs what it stands on: the same shape for the same tree. */
const shapes = new WeakMap<Expression, Map<string, ValidityShape>>();

function makeShape(entity: string, condition: Expression, enforcement: Enforcement): ValidityShape {
  const columns = columnsOf(condition);
  const [only] = columns;
  const target = only && columns.length === 1 ? `${entity}.${only.name}` : entity;
  const check = printExpression(condition);
  const { when, rule } = guardOf(condition);
  const plain = plainShape(rule);
  if (!plain) return { target, rule: `holds: ${check}`, value: { condition: check, check, enforcement } };
  const guarded = when === null ? [] : [printExpression(when)];
  const name = [plain.rule, [...plain.told, ...guarded].join(' when ')].filter((text) => text !== '').join(': ');
  const [guard] = guarded;
  const whenGuarded = guard === undefined ? {} : { when: guard };
  return {
    target: `${entity}.${plain.attribute}`,
    rule: name,
    value: { ...plain.value, ...whenGuarded, check, enforcement },
  };
}

type Plain = {
  attribute: string;
  rule: string;
  told: string[];
  value: Pick<ValidityValue, 'values' | 'min' | 'max' | 'regex'>;
};

function plainShape(rule: Expression): Plain | null {
  if (rule.kind === 'test' && rule.test === 'null' && rule.negated && rule.operand.kind === 'column')
    return { attribute: rule.operand.name, rule: 'not-null', told: [], value: {} };
  if (rule.kind === 'in' && !rule.negated && rule.operand.kind === 'column') {
    const values = rule.items.map(scalarOf);
    if (values.includes(null)) return null;
    const known = values.filter((value) => value !== null);
    return { attribute: rule.operand.name, rule: 'in-set', told: [], value: { values: sortedOnce(known) } };
  }
  if (rule.kind === 'call' && rule.name === 'regexp_like') {
    const [of, pattern] = rule.arguments;
    if (of?.kind !== 'column' || pattern?.kind !== 'literal' || pattern.type !== 'string') return null;
    return { attribute: of.name, rule: 'pattern', told: [pattern.value], value: { regex: pattern.value } };
  }
  return rule.kind === 'comparison' ? boundShape(rule) : null;
}

function boundShape({ left, operator, right }: Extract<Expression, { kind: 'comparison' }>): Plain | null {
  const value = left.kind === 'column' ? scalarOf(right) : null;
  if (left.kind !== 'column' || value === null) return null;
  const shape = { attribute: left.name, told: [] };
  switch (operator) {
    case '=':
      return { ...shape, rule: 'in-set', value: { values: [value] } };
    case '>=':
      return { ...shape, rule: 'range', value: { min: value } };
    case '<=':
      return { ...shape, rule: 'range', value: { max: value } };
    default:
      return null;
  }
}

/** A rule for some rows only: "when it is delivered, …". */
function guardOf(condition: Expression): { when: Expression | null; rule: Expression } {
  if (condition.kind !== 'or') return { when: null, rule: condition };
  const isGuard = (each: Expression) => each.kind === 'test' && each.test === 'true' && each.negated;
  const guards = condition.operands.flatMap((each) => (each.kind === 'test' && isGuard(each) ? [each.operand] : []));
  const rules = condition.operands.filter((each) => !isGuard(each));
  if (guards.length === 0 || rules.length === 0) return { when: null, rule: condition };
  return { when: andOf(guards), rule: orOf(rules) };
}

export function scalarOf(tree: Expression): Scalar | null {
  const known = plainNumber(tree);
  if (known !== null) return known;
  if (tree.kind !== 'literal' || tree.type === 'null' || tree.type === 'number' || tree.type === 'interval')
    return null;
  return tree.value;
}

export function sortedOnce(values: readonly Scalar[]): Scalar[] {
  return [...new Set(values)].sort((a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b)),
  );
}
