import { labelOfRecord } from '@/lib/model/names';
import type { AttributeRecord, ModelDocument } from '@/lib/model/records';
import { isComparable } from '@/lib/sql/type-rules';

/** Why the values of two fields can never be equal, both said by name; null when they can. */
export function typeRefusal(document: ModelDocument, from: AttributeRecord, to: AttributeRecord): string | null {
  if (isComparable(from.type, to.type)) return null;
  const [a, b] = [from, to].map((field) => `${labelOfRecord(document, field.id)} is ${TYPE_WORDS[field.type]}`);
  return `${a} and ${b}: they can never be equal.`;
}

const TYPE_WORDS: Record<AttributeRecord['type'], string> = {
  string: 'text',
  integer: 'a whole number',
  decimal: 'a number',
  boolean: 'yes or no',
  date: 'a day',
  time: 'a time of day',
  timestamp: 'a moment',
  json: 'a structure',
};
