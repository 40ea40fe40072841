import { useState } from 'react';
import { useCanvasVerbs } from '@/components/canvas/canvas-verbs-context';
import { useCanvasKeys } from '@/components/canvas/use-canvas-keys';
import { useToldUndo } from '@/components/canvas/use-told-undo';

/** Undo, redo and delete where the canvas is not in sight: what is drawn is the same on every tab. */
export function TabKeys() {
  const { editor, remove } = useCanvasVerbs();
  const [said, setSaid] = useState('');
  const { undo, redo } = useToldUndo(setSaid);
  const removeSelected = () => remove(editor.get().selection);
  useCanvasKeys({
    'mod+z': undo,
    'mod+shift+z': redo,
    'mod+y': redo,
    delete: removeSelected,
    backspace: removeSelected,
    escape: () => editor.select([]),
  });
  return (
    <p className="sr-only" role="status" aria-live="polite">
      {said}
    </p>
  );
}
