import { useEffect, useMemo, useRef } from 'react';
import { labelOfRecord } from '@/lib/model/names';
import type { RecordId } from '@/lib/model/records';
import type { CanvasSceneStore } from './canvas-scene';
import { useCanvasVerbs } from './canvas-verbs-context';
import { useAreaDrop } from './use-area-drop';

type Carried = { id: RecordId };
type Let = { altKey: boolean };
const HINTS = ['pointermove', 'pointerup', 'keydown', 'keyup'] as const;

/**
 * Cards in the hand: one step of undo from taking hold to letting go. Whoever lets go with Alt held leaves copies there
 * and the cards where they were; Esc puts everything back before it is let go.
 */
export function useCardDrag(scene: CanvasSceneStore) {
  const { editor, view, duplicate } = useCanvasVerbs();
  const drop = useAreaDrop(scene);
  const { setMoving } = scene;
  const inHand = useRef<readonly RecordId[]>([]);

  useEffect(() => {
    const putBack = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || inHand.current.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      inHand.current = [];
      view.patch({ guides: [] });
      drop.end();
      editor.cancel();
      setMoving(false);
    };
    const tellCopying = ({ altKey }: Let) =>
      window.document.documentElement.toggleAttribute('data-copying', altKey && inHand.current.length > 0);
    window.addEventListener('keydown', putBack, true);
    for (const type of HINTS) window.addEventListener(type, tellCopying, { capture: true, passive: true });
    return () => {
      window.removeEventListener('keydown', putBack, true);
      for (const type of HINTS) window.removeEventListener(type, tellCopying, true);
    };
  }, [editor, view, drop, setMoving]);

  return useMemo(
    () => ({
      /** False from Esc on, while the button is still held. */
      isInHand: () => inHand.current.length > 0,
      moved: drop.show,
      take: (cards: readonly Carried[]) => {
        const [only] = cards;
        const isOne = cards.length === 1 && only;
        const what = isOne ? labelOfRecord(editor.get().document, only.id) : `${cards.length} cards`;
        inHand.current = cards.map(({ id }) => id);
        editor.begin(`Move ${what}`);
        setMoving(true);
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
        setMoving(false);
      },
    }),
    [editor, view, duplicate, drop, setMoving],
  );
}
