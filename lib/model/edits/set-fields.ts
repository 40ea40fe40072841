import { recordOf } from '../model-index';
import type { ModelDocument, ModelRecord, RecordId, RecordKind } from '../records';
import { putRecords } from './put-records';

type RecordOf<K extends RecordKind> = Extract<ModelRecord, { kind: K }>;
/** Names are changed by `renameRecord`, roles of relationships by `setRole`, because expressions name them. */
export type Fields<K extends RecordKind> = Partial<Omit<RecordOf<K>, 'id' | 'kind' | 'name'>>;

/** The record with some fields as given; nothing happens when it is gone or of another kind. */
export function setFields<K extends RecordKind>(
  document: ModelDocument,
  { kind, id, fields }: { kind: K; id: RecordId; fields: Fields<K> },
): ModelDocument {
  const record: ModelRecord | null = recordOf(document, kind, id);
  return record === null ? document : putRecords(document, { ...record, ...fields });
}
