import { attributesIn, recordOf } from '../model-index';
import type { ModelDocument, RecordId } from '../records';
import { putRecords } from './put-records';

/** A field some places further down its entity, or up when negative; at the ends it stays. */
export function moveAttribute(document: ModelDocument, { id, by }: { id: RecordId; by: number }): ModelDocument {
  const moved = recordOf(document, 'attribute', id);
  if (moved === null) return document;
  const fields = attributesIn(document, moved.entityId);
  const from = fields.findIndex((field) => field.id === id);
  const to = Math.min(fields.length - 1, Math.max(0, from + by));
  if (from === to) return document;
  const others = fields.filter((field) => field.id !== id);
  const inOrder = [...others.slice(0, to), moved, ...others.slice(to)];
  return putRecords(
    document,
    ...inOrder.flatMap((field, order) => (field.order === order ? [] : [{ ...field, order }])),
  );
}
