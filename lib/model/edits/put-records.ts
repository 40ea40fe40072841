import { patchModel } from '../diff';
import type { ModelDocument, ModelRecord } from '../records';

/** The document with these records written over or beside what is there. */
export function putRecords(document: ModelDocument, ...put: ModelRecord[]): ModelDocument {
  return patchModel(document, { put, remove: [] });
}
