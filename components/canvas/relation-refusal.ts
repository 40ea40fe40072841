import { attributesIn, indexModel, recordOf } from '@/lib/model/model-index';
import type { AttributeRecord, ModelDocument, RecordId } from '@/lib/model/records';
import { typeRefusal } from './type-refusal';

/** Why a field cannot be joined to another, in a sentence for the person dragging; null when it can. */
export function relationRefusal(document: ModelDocument, fromId: RecordId, toId: RecordId): string | null {
  const from = recordOf(document, 'attribute', fromId);
  const to = recordOf(document, 'attribute', toId);
  if (!from || !to) return 'One of the two fields is gone.';
  if (from.id === to.id) return 'A field cannot be joined to itself.';
  return typeRefusal(document, from, to) ?? (isJoined(document, from, to) ? 'These two are joined already.' : null);
}

/** The same for every field of the model at once, for the time of one drag. */
export function relationRefusals(document: ModelDocument, fromId: RecordId): Map<RecordId, string | null> {
  const refusals = new Map<RecordId, string | null>();
  for (const { id } of indexModel(document).byKind.entity)
    for (const field of attributesIn(document, id))
      if (field.id !== fromId) refusals.set(field.id, relationRefusal(document, fromId, field.id));
  return refusals;
}

function isJoined(document: ModelDocument, a: AttributeRecord, b: AttributeRecord): boolean {
  return indexModel(document).byKind.relationship.some(({ from, to }) =>
    from.attributeIds.some((id, pair) => {
      const other = to.attributeIds[pair];
      return (id === a.id && other === b.id) || (id === b.id && other === a.id);
    }),
  );
}
