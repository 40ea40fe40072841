import { useCallback, useEffect, useEffectEvent, useRef } from 'react';
import type { Edit } from '@/components/editor/editor';
import { usePreview } from '@/components/push/preview-context';

const QUIET_MS = 90;
/** Long enough for what was really changed to be looked at too, so that nothing flickers back in between. */
const AFTER_MS = 400;

/**
 * Looks at what an edit would do to others without making it: while a slider is dragged the preview follows, a moment
 * behind, and a question that is overtaken is let go. Null ends the looking.
 */
export function useTryEdit(): (edit: Edit | null) => void {
  const { lookAt } = usePreview();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = useEffectEvent(() => {
    clearTimeout(timer.current);
    lookAt(null);
  });
  useEffect(() => () => stop(), []);
  return useCallback(
    (edit) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => lookAt(edit), edit === null ? AFTER_MS : QUIET_MS);
    },
    [lookAt],
  );
}
