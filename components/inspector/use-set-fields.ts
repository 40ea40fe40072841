import { useEditor } from '@/components/editor/editor-context';
import { type Fields, setFields } from '@/lib/model/edits/set-fields';
import type { RecordId, RecordKind } from '@/lib/model/records';

/** Sets fields of one record as a step of undo. */
export function useSetFields() {
  const editor = useEditor();
  return <K extends RecordKind>(kind: K, id: RecordId, words: string, fields: Fields<K>) =>
    editor.edit(words, (document) => setFields(document, { kind, id, fields }));
}
