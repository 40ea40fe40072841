import { recordOf } from './model-index';
import { labelOfRecord, nameOfRecord } from './names';
import type { ModelDocument, RecordId } from './records';
import type { Vocabulary } from './vocabulary';

/** What a reader calls a record: `order.status` among engineers, "Status of Order" among analysts. */
export function callRecord(document: ModelDocument, id: RecordId | null, vocabulary: Vocabulary): string {
  if (id === null) return 'The model';
  if (vocabulary === 'field') return nameOfRecord(document, id);
  const attribute = recordOf(document, 'attribute', id);
  if (attribute === null) return labelOfRecord(document, id);
  return `${labelOfRecord(document, id)} of ${labelOfRecord(document, attribute.entityId)}`;
}
