import { useReactFlow } from '@xyflow/react';
import { placeMissing } from '@/components/canvas/place-missing';
import { useEditor } from '@/components/editor/editor-context';
import { gliding } from '@/components/ui/gliding';
import type { ModelDocument, RecordId } from '@/lib/model/records';

/** By then the cards are drawn, and the board has taken over their sizes. */
const DRAWN_MS = 60;

type Change = (document: ModelDocument) => { document: ModelDocument; shownId: RecordId | null };

/** Takes something in as one step of undo, finds its cards a place and shows all there is. */
export function useTake(): (words: string, change: Change) => void {
  const editor = useEditor();
  const flow = useReactFlow();
  return (words, change) => {
    if (!editor.canEdit) return;
    const { document, layout } = editor.get();
    const taken = change(document);
    if (taken.document === document) return;
    editor.edit(words, () => taken.document, placeMissing(taken.document, layout));
    if (taken.shownId !== null) editor.select([taken.shownId]);
    setTimeout(() => void flow.fitView({ maxZoom: 1, padding: 0.12, ...gliding(180) }), DRAWN_MS);
  };
}
