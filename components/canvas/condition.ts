import type { AttributeRecord } from '@/lib/model/records';
import { midSentence } from '@/lib/model/words-for';
import { printExpression } from '@/lib/sql/print';
import type { Expression, Literal } from '@/lib/sql/tree';

/** A condition a person puts together from choices: a field, a test and a value. Printed from a tree, never glued. */
export type ConditionTest = 'is' | 'is-not' | 'at-least' | 'at-most' | 'known' | 'not-known' | 'yes' | 'no';
export type Condition = { readonly test: ConditionTest; readonly value: string };

export const TEST_WORDS: Record<ConditionTest, string> = {
  is: 'is',
  'is-not': 'is not',
  'at-least': 'is at least',
  'at-most': 'is at most',
  known: 'is known',
  'not-known': 'is not known',
  yes: 'is yes',
  no: 'is no',
};

export function testsFor(field: AttributeRecord): readonly ConditionTest[] {
  switch (field.role) {
    case 'flag':
      return ['yes', 'no'];
    case 'number':
      return ['at-least', 'at-most', 'is', 'is-not', 'known', 'not-known'];
    case 'time':
      return ['known', 'not-known'];
    default:
      return ['is', 'is-not', 'known', 'not-known'];
  }
}

export function needsValue(test: ConditionTest): boolean {
  return test === 'is' || test === 'is-not' || test === 'at-least' || test === 'at-most';
}

/** The condition as a filter over the field's entity; null while the value is missing or is no number where one is needed. */
export function writeCondition(field: AttributeRecord, { test, value }: Condition): string | null {
  const column: Expression = { kind: 'column', qualifier: null, name: field.name };
  const literal = needsValue(test) ? literalFor(field, value) : null;
  if (needsValue(test) && literal === null) return null;
  return printExpression(treeOf(column, test, literal));
}

/** A name for the rows it leaves, where there is a good one: "status is delivered" leaves the delivered ones. */
export function nameCondition({ test, value }: Condition): string | null {
  return test === 'is' && /\p{L}/u.test(value) ? value.trim().charAt(0).toUpperCase() + value.trim().slice(1) : null;
}

export function conditionWords(label: string, { test, value }: Condition): string {
  return `${midSentence(label)} ${TEST_WORDS[test]}${needsValue(test) ? ` ${value.trim() || '…'}` : ''}`;
}

function treeOf(left: Expression, test: ConditionTest, right: Literal | null): Expression {
  const compared = (operator: '=' | '<>' | '>=' | '<='): Expression => ({
    kind: 'comparison',
    operator,
    left,
    right: right ?? { kind: 'literal', type: 'null', value: null },
  });
  switch (test) {
    case 'is':
      return compared('=');
    case 'is-not':
      return compared('<>');
    case 'at-least':
      return compared('>=');
    case 'at-most':
      return compared('<=');
    case 'known':
      return { kind: 'test', test: 'null', negated: true, operand: left };
    case 'not-known':
      return { kind: 'test', test: 'null', negated: false, operand: left };
    case 'yes':
      return left;
    case 'no':
      return { kind: 'unary', operator: 'not', operand: left };
  }
}

function literalFor({ type }: AttributeRecord, value: string): Literal | null {
  const text = value.trim();
  if (text === '') return null;
  if (type !== 'integer' && type !== 'decimal') return { kind: 'literal', type: 'string', value: text };
  return /^\d+(\.\d+)?$/.test(text) ? { kind: 'literal', type: 'number', value: text } : null;
}
