import { patchModel } from '../diff';
import { recordAt } from '../model-index';
import type { ModelDocument, ModelRecord } from '../records';
import { nextOrder } from './next-order';

/** The document with these records written over or beside what is there; what is there keeps its place, what is new goes last. */
export function putInPlace(document: ModelDocument, put: readonly ModelRecord[]): ModelDocument {
  return put.reduce((made, record) => {
    const entityId = record.kind === 'attribute' ? record.entityId : null;
    const order = recordAt(document, record.id)?.order ?? nextOrder(made, record.kind, entityId);
    return patchModel(made, { put: [{ ...record, order }], remove: [] });
  }, document);
}
