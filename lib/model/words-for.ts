import type { Column } from '@/lib/sql/tree';
import { recordOf } from './model-index';
import { labelOfRecord } from './names';
import type { AttributeType, ModelDocument, RecordId } from './records';
import { resolveName } from './references';

/** `Order date` in the middle of a sentence: `order date`, while `VAT rate` and `URL` stay as they are. */
export function midSentence(label: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** The rows of an entity in the plural: `Orders`, `Categories`, `Boxes`; a label in the plural already is kept. */
export function pluralOf(label: string): string {
  if (/[^aeiou]y$/i.test(label)) return `${label.slice(0, -1)}ies`;
  if (/(x|ch|sh|ss|z)$/i.test(label)) return `${label}es`;
  return /s$/i.test(label) ? label : `${label}s`;
}

/** The other way round, for what is called after all its rows: `orders` is one `order`, `status` stays. */
export function singularOf(words: string): string {
  if (/[^aeiou]ies$/i.test(words)) return `${words.slice(0, -3)}y`;
  if (/(x|ch|sh|ss|zz)es$/i.test(words)) return words.slice(0, -2);
  return /[^suia]s$/i.test(words) ? words.slice(0, -1) : words;
}

/** An attribute in the middle of a sentence about an entity: `amount`, or `state of Customer` when it is another's, with the role it is reached in. */
export function callAttribute(
  document: ModelDocument,
  attributeId: RecordId,
  aboutId: RecordId | null,
  role: string | null = null,
): string {
  const attribute = recordOf(document, 'attribute', attributeId);
  const label = midSentence(labelOfRecord(document, attributeId));
  if (attribute === null || attribute.entityId === aboutId) return label;
  const entity = labelOfRecord(document, attribute.entityId);
  return role === null ? `${label} of ${entity}` : `${label} of ${entity} (${role})`;
}

/** How to call the columns of an expression over an entity's attributes; unknown names stay as they are written. */
export function callsOver(document: ModelDocument, entityId: RecordId): (column: Column) => string {
  return (column) => {
    const found = resolveName(document, entityId, column);
    if (found.ok) return callAttribute(document, found.value.attributeId, entityId);
    return column.qualifier === null ? column.name : `${column.qualifier}.${column.name}`;
  };
}

/** Which of the names that can be read from an entity are dates or times. */
export function timesOver(document: ModelDocument, entityId: RecordId): (column: Column) => boolean {
  return (column) => {
    const found = resolveName(document, entityId, column);
    const type = found.ok ? recordOf(document, 'attribute', found.value.attributeId)?.type : undefined;
    return type !== undefined && isTimeType(type);
  };
}

export function isTimeType(type: AttributeType): boolean {
  return type === 'date' || type === 'time' || type === 'timestamp';
}
