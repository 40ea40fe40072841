import { recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import { cardinalityWords } from './cardinality-words';

/** What somebody wrote on it, else its role, else how many belong together: a line without words says that. */
export function lineWords(document: ModelDocument, id: RecordId): string {
  const line = recordOf(document, 'relationship', id);
  if (line === null) return '';
  const ends = { from: labelOfRecord(document, line.from.entityId), to: labelOfRecord(document, line.to.entityId) };
  return line.label ?? line.role ?? (line.cardinality === null ? '' : cardinalityWords(line.cardinality, ends));
}
