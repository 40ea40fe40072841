import type { RelationshipEnd, RelationshipRecord, SegmentRecord } from '@/lib/model/records';
import type { FileRelationship, FileSegment } from './file-schema-model';
import { recordIdOf } from './record-ids';
import { splitReference } from './reference';

export function toRelationship(file: FileRelationship, order: number): RelationshipRecord {
  const { key, from, to, ...rest } = file;
  const id = recordIdOf('relationship', key);
  return { kind: 'relationship', id, order, name: key, from: toEnd(from), to: toEnd(to), ...rest };
}

/** An entity alone is an end whose attributes are not chosen yet. */
function toEnd(written: string | readonly string[]): RelationshipEnd {
  const references = typeof written === 'string' ? [written] : written;
  const entity = references.map((reference) => splitReference(reference)?.owner ?? reference)[0] ?? '';
  return {
    entityId: recordIdOf('entity', entity),
    attributeIds: references.flatMap((name) => (splitReference(name) ? [recordIdOf('attribute', name)] : [])),
  };
}

export function toSegment({ key, entity, ...rest }: FileSegment, order: number): SegmentRecord {
  return {
    kind: 'segment',
    id: recordIdOf('segment', key),
    order,
    name: key,
    entityId: recordIdOf('entity', entity),
    ...rest,
  };
}
