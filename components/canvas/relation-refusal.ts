import { attributesIn, indexModel, recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { AttributeRecord, EntityRecord, ModelDocument, RecordId } from '@/lib/model/records';
import { typeRefusal } from './type-refusal';

/** Why a field cannot be joined to another, in a sentence for the person dragging; null when it can. */
export function relationRefusal(document: ModelDocument, fromId: RecordId, toId: RecordId): string | null {
  const from = recordOf(document, 'attribute', fromId);
  const to = recordOf(document, 'attribute', toId);
  if (!from || !to) return 'One of the two fields is gone.';
  if (from.id === to.id) return 'A field cannot be joined to itself.';
  return typeRefusal(document, from, to) ?? (isJoined(document, from, to) ? 'These two are joined already.' : null);
}

/** The same for every other entity and every field at once, for the time of one drag; an entity is meant by its key. */
export function relationRefusals(document: ModelDocument, fromId: RecordId): Map<RecordId, string | null> {
  const refusals = new Map<RecordId, string | null>();
  const own = recordOf(document, 'attribute', fromId)?.entityId;
  for (const entity of indexModel(document).byKind.entity) {
    for (const field of attributesIn(document, entity.id))
      if (field.id !== fromId) refusals.set(field.id, relationRefusal(document, fromId, field.id));
    if (entity.id !== own) refusals.set(entity.id, keyRefusal(document, fromId, entity));
  }
  return refusals;
}

/** Why a field cannot be joined to what identifies a row of an entity; null when it can. */
function keyRefusal(document: ModelDocument, fromId: RecordId, { id, grain }: EntityRecord): string | null {
  const [key, second] = grain;
  const label = labelOfRecord(document, id);
  if (key === undefined) return `Nothing says yet what identifies a row of ${label}: let go on a field of it.`;
  if (second !== undefined) return `${label} is identified by ${grain.length} fields: let go on one of them.`;
  return relationRefusal(document, fromId, key);
}

function isJoined(document: ModelDocument, a: AttributeRecord, b: AttributeRecord): boolean {
  return indexModel(document).byKind.relationship.some(({ from, to }) =>
    from.attributeIds.some((id, pair) => {
      const other = to.attributeIds[pair];
      return (id === a.id && other === b.id) || (id === b.id && other === a.id);
    }),
  );
}
