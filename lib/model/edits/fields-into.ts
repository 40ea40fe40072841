import type { ModelRecord, RecordId } from '../records';

/**
 * Copied fields as fields of another entity: how they were made there means nothing here, so they are not yet found. Null
 * when anything but fields was copied.
 */
export function fieldsInto(records: readonly ModelRecord[], entityId: RecordId): ModelRecord[] | null {
  const moved = records.flatMap((record) => {
    if (record.kind !== 'attribute') return [];
    return [record.entityId === entityId ? record : { ...record, entityId, expression: null }];
  });
  return moved.length === records.length ? moved : null;
}
