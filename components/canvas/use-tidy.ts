import { useStoreApi } from '@xyflow/react';
import { useCallback, useRef, useState } from 'react';
import { toast } from 'sonner';
import { isStill } from '@/components/ui/gliding';
import type { RecordId } from '@/lib/model/records';
import type { Point } from './box';
import type { CanvasSceneStore } from './canvas-scene';
import { useCanvasVerbs } from './canvas-verbs-context';
import { cardBoxes } from './card-boxes';
import { CARD_WIDTH, METRIC_HEIGHT } from './card-geometry';
import { drawnCards } from './drawn-cards';
import { keepPinned } from './keep-pinned';
import { layoutQuestion } from './layout-question';
import { tidyLayout } from './tidy-layout';
import { pinnedWithAreas, tidyWithAreas } from './tidy-with-areas';

const GLIDE_MS = 280;
const CARDS_GLIDING_MAX = 60;

/** A layout being worked out: of how much, how much of it is done (0 to 1), and how to call it off. */
export type Tidying = { readonly cards: number; readonly share: number; readonly cancel: () => void };

/** Lays the model out in a worker; cards glide to their places, pinned ones stay, and it is one step of undo. */
export function useTidy({ setMoving }: CanvasSceneStore) {
  const { editor, view } = useCanvasVerbs();
  const store = useStoreApi();
  const [tidying, setTidying] = useState<Tidying | null>(null);

  const underWay = useRef<AbortController | null>(null);

  /** True when it was done. */
  const tidy = useCallback(async (): Promise<boolean> => {
    if (!editor.canEdit || underWay.current) return false;
    const patience = new AbortController();
    underWay.current = patience;
    try {
      const unfolded = view.get().unfolded;
      const { detail } = view.get();
      const drawn = () => drawnCards(editor.get().document, { hidden: editor.get().layout.hidden, detail });
      const { blocks, lines } = layoutQuestion(editor.get().document, unfolded, drawn());
      const tell = (share: number) => setTidying({ cards: blocks.length, share, cancel: () => patience.abort() });
      tell(0);
      const { areas } = editor.get().layout;
      const standing = cardBoxes(drawn(), editor.get().layout, unfolded);
      const how = { signal: patience.signal, aspect: aspectOf(store.getState()), tell };
      const wanted = await tidyWithAreas({ blocks, lines }, { areas, standing }, (some, between) =>
        tidyLayout(some, between, how),
      );
      if (!wanted) return false;
      const { layout } = editor.get();
      const boxes = cardBoxes(drawn(), layout, unfolded);
      const pinned = pinnedWithAreas(layout.pinned, layout.areas);
      const pins = new Map([...boxes].filter(([id]) => pinned.has(id)));
      const sizeOf = (id: RecordId) => boxes.get(id) ?? { width: CARD_WIDTH, height: METRIC_HEIGHT };
      const placed = pins.size === 0 ? wanted : keepPinned(wanted, pins, sizeOf);
      setMoving(true);
      editor.begin('Tidy');
      await glide(layout.positions, placed, (step) => editor.move('Tidy', step));
      editor.commit();
      return true;
    } catch (error) {
      editor.cancel();
      toast.error('The layout could not be worked out', { description: error instanceof Error ? error.message : '' });
      return false;
    } finally {
      setMoving(false);
      underWay.current = null;
      setTidying(null);
    }
  }, [editor, view, setMoving, store]);

  return { tidy, tidying };
}

/** That of the board it will be looked at on. */
function aspectOf({ width, height }: { width: number; height: number }): number {
  return width > 0 && height > 0 ? width / height : 1.5;
}

function glide(
  from: Readonly<Record<RecordId, Point>>,
  to: ReadonlyMap<RecordId, Point>,
  move: (placed: [RecordId, Point][]) => void,
): Promise<void> {
  if (isStill() || to.size > CARDS_GLIDING_MAX) {
    move([...to]);
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const start = performance.now();
    const step = (now: number) => {
      const share = Math.min(1, (now - start) / GLIDE_MS);
      const eased = 1 - (1 - share) ** 3;
      move(
        [...to].map(([id, end]) => {
          const begin = from[id] ?? end;
          const x = Math.round(begin.x + (end.x - begin.x) * eased);
          const y = Math.round(begin.y + (end.y - begin.y) * eased);
          return [id, { x, y }];
        }),
      );
      if (share < 1) requestAnimationFrame(step);
      else resolve();
    };
    requestAnimationFrame(step);
  });
}
