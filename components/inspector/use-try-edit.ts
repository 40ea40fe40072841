import { useCallback, useEffect, useEffectEvent, useRef } from 'react';
import type { Edit } from '@/components/editor/editor';
import { useEditor } from '@/components/editor/editor-context';
import { usePreview } from '@/components/push/preview-context';
import { diffModels, patchOf } from '@/lib/model/diff';

const QUIET_MS = 90;
/** Long enough for what was really changed to be looked at too, so that nothing flickers back in between. */
const AFTER_MS = 400;

/**
 * Looks at what an edit would do to others without making it: while a slider is dragged the preview follows, a moment
 * behind, and a question that is overtaken is let go. Null ends the looking.
 */
export function useTryEdit(productKey: string): (words: string, edit: Edit | null) => void {
  const editor = useEditor();
  const { setWhatIf } = usePreview();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isLooking = useRef(false);
  const stop = useEffectEvent(() => {
    clearTimeout(timer.current);
    if (isLooking.current) setWhatIf(null);
  });
  useEffect(() => () => stop(), []);
  return useCallback(
    (words, edit) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(
        () => {
          isLooking.current = edit !== null;
          if (edit === null) return setWhatIf(null);
          const { document } = editor.get();
          const records = [{ product: productKey, ...patchOf(diffModels(document, edit(document))) }];
          setWhatIf({ words, change: { schedules: [], records }, isPassing: true });
        },
        edit === null ? AFTER_MS : QUIET_MS,
      );
    },
    [editor, setWhatIf, productKey],
  );
}
