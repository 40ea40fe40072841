import { attributesIn, recordAt } from '../model-index';
import type { ModelDocument, RecordId } from '../records';
import { pasteRecords } from './paste-records';

/** A copy beside each record, an entity with its attributes; lines and metrics are copied only when they are chosen too. */
export function duplicateRecords(
  document: ModelDocument,
  { ids, newId }: { ids: readonly RecordId[]; newId: () => RecordId },
): { document: ModelDocument; copies: Map<RecordId, RecordId> } {
  const withParts = new Set(ids.flatMap((id) => [id, ...attributesIn(document, id).map((attribute) => attribute.id)]));
  const records = [...withParts].flatMap((id) => recordAt(document, id) ?? []);
  return pasteRecords(document, { records, newId });
}
