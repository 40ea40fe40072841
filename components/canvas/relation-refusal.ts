import { attributesIn, indexModel, recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { AttributeRecord, ModelDocument, RecordId } from '@/lib/model/records';
import { isComparable } from '@/lib/sql/type-rules';

/** Why a field cannot be joined to another, in a sentence for the person dragging; null when it can. */
export function relationRefusal(document: ModelDocument, fromId: RecordId, toId: RecordId): string | null {
  const from = recordOf(document, 'attribute', fromId);
  const to = recordOf(document, 'attribute', toId);
  if (!from || !to) return 'One of the two fields is gone.';
  if (from.id === to.id) return 'A field cannot be joined to itself.';
  if (!isComparable(from.type, to.type)) return mismatch(document, from, to);
  return isJoined(document, from, to) ? 'These two are joined already.' : null;
}

/** The same for every field of the model at once, for the time of one drag. */
export function relationRefusals(document: ModelDocument, fromId: RecordId): Map<RecordId, string | null> {
  const refusals = new Map<RecordId, string | null>();
  for (const { id } of indexModel(document).byKind.entity)
    for (const field of attributesIn(document, id))
      if (field.id !== fromId) refusals.set(field.id, relationRefusal(document, fromId, field.id));
  return refusals;
}

function mismatch(document: ModelDocument, from: AttributeRecord, to: AttributeRecord): string {
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

function isJoined(document: ModelDocument, a: AttributeRecord, b: AttributeRecord): boolean {
  return indexModel(document).byKind.relationship.some(({ from, to }) =>
    from.attributeIds.some((id, pair) => {
      const other = to.attributeIds[pair];
      return (id === a.id && other === b.id) || (id === b.id && other === a.id);
    }),
  );
}
