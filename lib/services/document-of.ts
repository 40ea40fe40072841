import type { ModelDocument, ModelRecord } from '@/lib/model/records';

/** The document some records make. */
export function documentOf(records: readonly ModelRecord[]): ModelDocument {
  return { schemaVersion: 1, records: Object.fromEntries(records.map((record) => [record.id, record])) };
}
