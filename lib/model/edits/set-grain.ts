import { recordOf } from '../model-index';
import type { ModelDocument, RecordId } from '../records';
import { putRecords } from './put-records';

/** What one row of an entity is. Key attributes become identifiers and are never null; only its own are taken. */
export function setGrain(
  document: ModelDocument,
  { entityId, attributeIds }: { entityId: RecordId; attributeIds: readonly RecordId[] },
): ModelDocument {
  const entity = recordOf(document, 'entity', entityId);
  if (entity === null) return document;
  const keys = [...new Set(attributeIds)].flatMap((id) => {
    const attribute = recordOf(document, 'attribute', id);
    return attribute?.entityId === entityId ? [attribute] : [];
  });
  const identifiers = keys.map((key) => ({
    ...key,
    nullable: false,
    role: key.role === 'text' ? ('identifier' as const) : key.role,
  }));
  return putRecords(document, { ...entity, grain: keys.map(({ id }) => id) }, ...identifiers);
}
