import { attributesIn, recordOf } from '@/lib/model/model-index';
import type { ModelDocument, RecordId } from '@/lib/model/records';

/** From one field of an entity to another of it, both included, in the order in which they were pointed at; else the other alone. */
export function fieldsBetween(document: ModelDocument, fromId: RecordId | undefined, toId: RecordId): RecordId[] {
  const entityId = recordOf(document, 'attribute', toId)?.entityId;
  const ids = entityId === undefined ? [] : attributesIn(document, entityId).map(({ id }) => id);
  const [from, to] = [fromId === undefined ? -1 : ids.indexOf(fromId), ids.indexOf(toId)];
  if (from < 0 || to < 0) return [toId];
  return from <= to ? ids.slice(from, to + 1) : ids.slice(to, from + 1).reverse();
}
