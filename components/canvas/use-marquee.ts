import { useStoreApi } from '@xyflow/react';
import { type PointerEvent, useEffect, useMemo, useRef } from 'react';
import type { RecordId } from '@/lib/model/records';
import { useCanvasVerbs } from './canvas-verbs-context';

const NOTHING: readonly RecordId[] = [];

/**
 * What is drawn around to be chosen. Begun with Shift, Ctrl or ⌘ held it adds to what was chosen; Esc gives it up, and what
 * was chosen before is again. `kept` is what it adds to.
 */
export function useMarquee() {
  const { editor } = useCanvasVerbs();
  const store = useStoreApi();
  const before = useRef(NOTHING);
  const isAdding = useRef(false);
  const isUnderWay = useRef(false);

  useEffect(() => {
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !isUnderWay.current) return;
      event.preventDefault();
      event.stopPropagation();
      isUnderWay.current = false;
      store.setState({ userSelectionActive: false, userSelectionRect: null });
      editor.select(before.current);
    };
    window.addEventListener('keydown', giveUp, true);
    return () => window.removeEventListener('keydown', giveUp, true);
  }, [editor, store]);

  return useMemo(
    () => ({
      onPointerDownCapture: ({ shiftKey, ctrlKey, metaKey }: PointerEvent) => {
        before.current = editor.get().selection;
        isUnderWay.current = false;
        isAdding.current = shiftKey || ctrlKey || metaKey;
      },
      onSelectionStart: () => {
        isUnderWay.current = true;
        if (isAdding.current) editor.select(before.current);
      },
      onSelectionEnd: () => {
        isUnderWay.current = false;
      },
      kept: () => (isUnderWay.current && isAdding.current ? before.current : NOTHING),
    }),
    [editor],
  );
}

export type Marquee = ReturnType<typeof useMarquee>;
