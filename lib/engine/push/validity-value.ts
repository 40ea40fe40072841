import type { AttributeType } from '@/lib/model/records';
import { canonicalDate, canonicalTime, canonicalTimestamp } from '@/lib/sql/literals';
import { printExpression } from '@/lib/sql/print';
import { quoteName } from '@/lib/sql/quote-name';
import { andOf } from '@/lib/sql/rewrite';
import type { Expression, Literal } from '@/lib/sql/tree';
import type { RequirementValue } from '../plan';

export type Scalar = string | number | boolean;
export type Enforcement = 'check' | 'audit';

/** What a validity row asks, read back from its value. `check` is SQL over each row of the target's entity; null keeps it. */
export type ValidityValue = {
  values?: Scalar[];
  /** Some row must have each of these, as `check` says of all rows: a filter that finds none counts nothing. */
  includes?: Scalar[];
  /** Of a range; of a condition the least share of rows that keep it. */
  min?: Scalar;
  max?: Scalar;
  regex?: string;
  condition?: string;
  when?: string;
  check: string;
  enforcement: Enforcement;
};

export function readValidity(value: RequirementValue): ValidityValue {
  const said = value !== null && typeof value === 'object' ? value : {};
  const scalars = (list: unknown) => (Array.isArray(list) ? list.filter(isScalar) : undefined);
  const read: ValidityValue = {
    check: typeof said.check === 'string' ? said.check : '',
    enforcement: said.enforcement === 'audit' ? 'audit' : 'check',
  };
  const [values, includes] = [scalars(said.values), scalars(said.includes)];
  if (values) read.values = values;
  if (includes) read.includes = includes;
  if (isScalar(said.min)) read.min = said.min;
  if (isScalar(said.max)) read.max = said.max;
  if (typeof said.regex === 'string') read.regex = said.regex;
  if (typeof said.condition === 'string') read.condition = said.condition;
  if (typeof said.when === 'string') read.when = said.when;
  return read;
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** A value as it is written in a condition about an attribute of this type: text about a date is a date. */
function scalarLiteral(value: Scalar, type: AttributeType | undefined): Expression {
  if (typeof value === 'boolean') return { kind: 'literal', type: 'boolean', value };
  if (typeof value === 'string') return momentLiteral(value, type) ?? { kind: 'literal', type: 'string', value };
  const positive: Expression = { kind: 'literal', type: 'number', value: decimalText(Math.abs(value)) };
  return value < 0 ? { kind: 'unary', operator: '-', operand: positive } : positive;
}

/** Null for text that is no such moment: it stays text. */
function momentLiteral(value: string, type: AttributeType | undefined): Literal | null {
  if (type !== 'date' && type !== 'time' && type !== 'timestamp') return null;
  const read = { date: canonicalDate, time: canonicalTime, timestamp: canonicalTimestamp }[type];
  const canonical = read(value);
  return canonical === null ? null : { kind: 'literal', type, value: canonical };
}

/** Without an exponent, which the canonical text of numbers does not have. */
function decimalText(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(15).replace(/0+$/, '').replace(/\.$/, '.0') : text;
}

/** The condition of a set or a range, from the values that are left after merging. */
export function conditionOf(
  attribute: string,
  { values, includes, min, max }: Pick<ValidityValue, 'values' | 'includes' | 'min' | 'max'>,
  type: AttributeType | undefined,
): Expression {
  const operand: Expression = { kind: 'column', qualifier: null, name: attribute };
  const items = (values ?? includes)?.map((value) => scalarLiteral(value, type));
  if (items)
    return items.length === 0
      ? { kind: 'test', test: 'null', negated: false, operand }
      : { kind: 'in', negated: false, operand, items };
  const bounds = [
    min === undefined ? null : bound(operand, '>=', scalarLiteral(min, type)),
    max === undefined ? null : bound(operand, '<=', scalarLiteral(max, type)),
  ];
  return andOf(bounds.filter((each) => each !== null));
}

/** Some row has one of these: what counts rows with them finds any. No single row can break that. */
export function someRowHas(entity: string, condition: Expression): string {
  return `exists (select 1 from ${quoteName(entity)} where ${printExpression(condition)})`;
}

function bound(left: Expression, operator: '>=' | '<=', right: Expression): Expression {
  return { kind: 'comparison', operator, left, right };
}
