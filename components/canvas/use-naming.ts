import { useCallback } from 'react';
import type { RecordId } from '@/lib/model/records';
import type { NamingEnd } from './canvas-verbs';
import { useCanvasVerbs } from './canvas-verbs-context';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';

/** The hands of a name being typed: a new record starts empty, an old one with what it is called. */
export function useNaming(id: RecordId, label: string) {
  const verbs = useCanvasVerbs();
  const isNew = useCanvasViewValue(
    useCallback((view: CanvasView) => view.renaming?.id === id && view.renaming.isNew, [id]),
  );
  return {
    value: isNew ? '' : label,
    onDone: (words: string, how: NamingEnd) => verbs.finishNaming(id, words, how),
    onCancel: verbs.cancelNaming,
  };
}
