import type { Editor } from '@/components/editor/editor';
import { newRecordId } from '@/components/editor/new-record-id';
import { addDriver } from '@/lib/model/edits/add-driver';
import { labelOfRecord } from '@/lib/model/names';
import type { RecordId } from '@/lib/model/records';
import { midSentence } from '@/lib/model/words-for';

/** Says that a metric is cut by a field to be understood, and selects that. */
export function cutBy(editor: Editor, metricId: RecordId, byId: RecordId): void {
  const { document } = editor.get();
  const id = newRecordId();
  const words = `Cut ${labelOfRecord(document, metricId)} by ${midSentence(labelOfRecord(document, byId))}`;
  editor.edit(words, (model) => addDriver(model, { id, fromId: metricId, driver: 'segment', byId }));
  if (editor.canEdit) editor.select([id]);
}
