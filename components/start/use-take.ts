import { useCanvasVerbs } from '@/components/canvas/canvas-verbs-context';
import { cardsOfRecord } from '@/components/canvas/neighbourhood';
import { placeMissing } from '@/components/canvas/place-missing';
import { useEditor } from '@/components/editor/editor-context';
import type { ModelDocument, RecordId } from '@/lib/model/records';

type Change = (document: ModelDocument) => { document: ModelDocument; shownId: RecordId | null };

/** Takes something in as one step of undo, finds its cards a place and brings them into sight. */
export function useTake(): (words: string, change: Change) => void {
  const editor = useEditor();
  const { view } = useCanvasVerbs();
  return (words, change) => {
    if (!editor.canEdit) return;
    const { document, layout } = editor.get();
    const taken = change(document);
    if (taken.document === document) return;
    editor.edit(words, () => taken.document, placeMissing(taken.document, layout));
    if (taken.shownId === null) return;
    editor.select([taken.shownId]);
    view.patch({ revealing: cardsOfRecord(taken.document, taken.shownId)[0] ?? null });
  };
}
