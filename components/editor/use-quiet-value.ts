import { useEffect, useRef, useState } from 'react';
import type { EditorState } from './editor';
import { useEditor } from './editor-context';

const QUIET_MS = 300;

/**
 * What is worked out of the whole document, a moment after the hands are still: never in the way of a letter. `select` is
 * a module constant or memoised by its id; another one is asked at once.
 */
export function useQuietValue<T>(select: (state: EditorState) => T): T {
  const editor = useEditor();
  const known = useRef<{ select: (state: EditorState) => T; value: T } | null>(null);
  const [, setTurn] = useState(0);
  if (known.current?.select !== select) known.current = { select, value: select(editor.get()) };
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let { document } = editor.get();
    const unsubscribe = editor.subscribe(() => {
      if (editor.get().document === document) return;
      document = editor.get().document;
      clearTimeout(timer);
      timer = setTimeout(() => {
        known.current = { select, value: select(editor.get()) };
        setTurn((turn) => turn + 1);
      }, QUIET_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [editor, select]);
  return known.current.value;
}
