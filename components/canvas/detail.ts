import { attributesIn, indexModel, recordOf } from '@/lib/model/model-index';
import type { ModelDocument, RecordId } from '@/lib/model/records';

/**
 * How much of each card is drawn. `auto` follows the zoom: everything near, names and keys from further away, names
 * from afar. The others are chosen by hand and hold at any zoom.
 */
export type Detail = 'auto' | 'names' | 'keys' | 'all';
export const DETAILS: readonly { value: Detail; label: string }[] = [
  { value: 'auto', label: 'By zoom' },
  { value: 'names', label: 'Names only' },
  { value: 'keys', label: 'Names and keys' },
  { value: 'all', label: 'All fields' },
];

/** The fields of a card that are drawn as rows, in their order; the rest is in the inspector. */
export function drawnFieldIds(document: ModelDocument, entityId: RecordId, detail: Detail): RecordId[] {
  if (detail === 'names') return [];
  const fields = attributesIn(document, entityId);
  if (detail !== 'keys') return fields.map(({ id }) => id);
  const keys = new Set([...(recordOf(document, 'entity', entityId)?.grain ?? []), ...joiningFields(document)]);
  return fields.filter(({ id }) => keys.has(id)).map(({ id }) => id);
}

const known = new WeakMap<ModelDocument, ReadonlySet<RecordId>>();

/** The fields lines end at. */
function joiningFields(document: ModelDocument): ReadonlySet<RecordId> {
  const before = known.get(document);
  if (before) return before;
  const fields = new Set(
    indexModel(document).byKind.relationship.flatMap(({ from, to }) => [...from.attributeIds, ...to.attributeIds]),
  );
  known.set(document, fields);
  return fields;
}
