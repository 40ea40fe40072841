import { useReactFlow } from '@xyflow/react';
import type { Point } from '@/components/canvas/box';
import { cardsOf } from '@/components/canvas/canvas-cards';
import { cardBoxes } from '@/components/canvas/card-boxes';
import { makeRoom } from '@/components/canvas/make-room';
import { placeMissing } from '@/components/canvas/place-missing';
import { type CanvasLayout, withPositions } from '@/components/editor/canvas-layout';
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
    editor.edit(words, () => taken.document, placesFor(document, taken.document, layout));
    if (taken.shownId !== null) editor.select([taken.shownId]);
    setTimeout(() => void flow.fitView({ maxZoom: 1, padding: 0.12, ...gliding(180) }), DRAWN_MS);
  };
}

/** Where what is new stands, and what gives way to a card that has grown. */
function placesFor(before: ModelDocument, after: ModelDocument, layout: CanvasLayout): Map<RecordId, Point> {
  const placed = placeMissing(after, layout);
  const were = boxesOf(before, layout);
  const boxes = boxesOf(after, withPositions(layout, placed));
  for (const [id, { height }] of were) {
    if ((boxes.get(id)?.height ?? 0) <= height) continue;
    for (const [other, at] of makeRoom(id, boxes)) {
      const box = boxes.get(other);
      if (box) boxes.set(other, { ...box, ...at });
      placed.set(other, at);
    }
  }
  return placed;
}

const NOTHING_UNFOLDED: ReadonlySet<RecordId> = new Set();

function boxesOf(document: ModelDocument, layout: CanvasLayout) {
  return new Map(cardBoxes(cardsOf(document), layout, NOTHING_UNFOLDED));
}
