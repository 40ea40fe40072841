import { attributesIn, indexModel } from '../model-index';
import type { ModelDocument, RecordId, RecordKind } from '../records';

/** The place after the last record of a kind; an attribute's after the last of its entity. */
export function nextOrder(document: ModelDocument, kind: RecordKind, entityId: RecordId | null = null): number {
  const records =
    kind === 'attribute' && entityId !== null ? attributesIn(document, entityId) : indexModel(document).byKind[kind];
  const last = records.at(-1);
  return last === undefined ? 0 : Math.floor(last.order) + 1;
}
