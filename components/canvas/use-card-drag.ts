import { useCallback, useEffect, useMemo, useRef } from 'react';
import { labelOfRecord } from '@/lib/model/names';
import type { RecordId } from '@/lib/model/records';
import type { Point } from './box';
import type { CanvasSceneStore } from './canvas-scene';
import { useCanvasVerbs } from './canvas-verbs-context';
import { keepStraight, type Placed } from './keep-straight';
import { useAreaDrop } from './use-area-drop';
import type { Snapping } from './use-snap';

type Carried = { id: RecordId };
type Let = { altKey: boolean };
type Held = { altKey: boolean; shiftKey: boolean };
const HINTS = ['pointermove', 'pointerup', 'keydown', 'keyup'] as const;

/**
 * Cards in the hand: one step of undo from taking hold to letting go. Whoever lets go with Alt held leaves copies there
 * and the cards where they were; with Shift held meanwhile they keep to one direction. Esc puts everything back before it
 * is let go.
 */
export function useCardDrag(scene: CanvasSceneStore, snap: Snapping) {
  const { editor, view, duplicate } = useCanvasVerbs();
  const drop = useAreaDrop(scene);
  const { carry } = scene;
  const inHand = useRef<readonly RecordId[]>([]);
  /** Where they stood when they were taken, and where the pointer has them now. */
  const from = useRef<ReadonlyMap<RecordId, Point>>(new Map());
  const pulled = useRef<Placed>([]);
  const isStraight = useRef(false);

  const put = useCallback(() => {
    if (inHand.current.length === 0 || pulled.current.length === 0) return;
    const straight = isStraight.current
      ? keepStraight(pulled.current, from.current)
      : { placed: pulled.current, along: undefined };
    editor.move('Move', snap(straight.placed, straight.along));
    drop.show();
  }, [editor, snap, drop]);

  useEffect(() => {
    const putBack = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || inHand.current.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      inHand.current = [];
      view.patch({ guides: [] });
      drop.end();
      editor.cancel();
      carry(null);
    };
    const hear = ({ altKey, shiftKey }: Held) => {
      window.document.documentElement.toggleAttribute('data-copying', altKey && inHand.current.length > 0);
      if (isStraight.current === shiftKey) return;
      isStraight.current = shiftKey;
      put();
    };
    window.addEventListener('keydown', putBack, true);
    for (const type of HINTS) window.addEventListener(type, hear, { capture: true, passive: true });
    return () => {
      window.removeEventListener('keydown', putBack, true);
      for (const type of HINTS) window.removeEventListener(type, hear, true);
    };
  }, [editor, view, drop, carry, put]);

  return useMemo(
    () => ({
      /** Nothing from Esc on, while the button is still held. */
      move: (cards: Placed) => {
        pulled.current = cards;
        put();
      },
      take: (cards: readonly Carried[]) => {
        const [only] = cards;
        const isOne = cards.length === 1 && only;
        const what = isOne ? labelOfRecord(editor.get().document, only.id) : `${cards.length} cards`;
        inHand.current = cards.map(({ id }) => id);
        pulled.current = [];
        from.current = new Map(
          inHand.current.flatMap((id) => {
            const box = scene.get().boxes.get(id);
            return box ? [[id, { x: box.x, y: box.y }] as const] : [];
          }),
        );
        // Whoever takes hold with Shift held moves what they took; only a click takes it out of the selection.
        const { selection } = editor.get();
        if (inHand.current.some((id) => !selection.includes(id)))
          editor.select([...new Set([...selection, ...inHand.current])]);
        editor.begin(`Move ${what}`);
        carry(inHand.current);
        drop.begin(inHand.current);
      },
      letGo: ({ altKey }: Let) => {
        const ids = inHand.current;
        if (ids.length === 0) return;
        inHand.current = [];
        view.patch({ guides: [] });
        if (altKey) {
          const { positions } = editor.get().layout;
          editor.cancel();
          drop.end();
          duplicate(ids, positions);
        } else {
          drop.settle();
          editor.commit();
        }
        carry(null);
      },
    }),
    [scene, editor, view, duplicate, drop, carry, put],
  );
}
