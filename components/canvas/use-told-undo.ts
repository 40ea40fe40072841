import { useCanvasVerbs } from './canvas-verbs-context';

/** Undo and redo that say what they did, for whoever cannot see it. */
export function useToldUndo(tell: (words: string) => void) {
  const { editor } = useCanvasVerbs();
  return {
    undo: () => {
      const words = editor.undo();
      tell(words === null ? 'Nothing to undo' : `Undone: ${words}`);
    },
    redo: () => {
      const words = editor.redo();
      tell(words === null ? 'Nothing to redo' : `Redone: ${words}`);
    },
  };
}
