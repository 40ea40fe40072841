import type { ModelDocument, RecordId, SegmentRecord } from '../records';
import { freeName, toName } from './free-name';
import { nextOrder } from './next-order';
import { putRecords } from './put-records';

export type NewSegment = Partial<Omit<SegmentRecord, 'kind'>> & { id: RecordId; entityId: RecordId; filter: string };

/** A row filter with a name, to be used again: "only delivered". */
export function addSegment(document: ModelDocument, given: NewSegment): ModelDocument {
  const wanted = given.name ?? toName(given.label ?? '', 'segment');
  const name = freeName(document, 'segment', wanted);
  return putRecords(document, { kind: 'segment', order: nextOrder(document, 'segment'), label: null, ...given, name });
}
