import { toast } from 'sonner';
import type { Editor } from '@/components/editor/editor';
import { newRecordId } from '@/components/editor/new-record-id';
import { describeDriverRefusal } from '@/lib/model/describe-driver-refusal';
import { driverRefusal } from '@/lib/model/driver-refusal';
import { addDriver } from '@/lib/model/edits/add-driver';
import { labelOfRecord } from '@/lib/model/names';
import type { RecordId } from '@/lib/model/records';
import { midSentence } from '@/lib/model/words-for';

/** Says that one metric is believed to drive another, and selects the line; a circle is refused with its way. */
export function drive(editor: Editor, fromId: RecordId, toId: RecordId): void {
  const { document } = editor.get();
  const refusal = driverRefusal(document, { fromId, toId });
  if (refusal !== null) {
    toast.warning('This cannot be drawn', { description: describeDriverRefusal(document, { fromId, toId }, refusal) });
    return;
  }
  const id = newRecordId();
  const words = `${labelOfRecord(document, fromId)} drives ${midSentence(labelOfRecord(document, toId))}`;
  editor.edit(words, (model) => addDriver(model, { id, fromId, toId, driver: 'influence' }));
  if (editor.canEdit) editor.select([id]);
}
