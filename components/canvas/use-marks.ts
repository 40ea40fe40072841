import { type RefCallback, useCallback } from 'react';
import type { CanvasMarks } from './canvas-marks';
import { useCanvasSceneStore } from './canvas-scene-context';

/** Keeps `data-marks` of an element, words that CSS knows, at what `look` says, for as long as it is in the page. */
export function useMarks(look: (marks: CanvasMarks) => string): RefCallback<Element> {
  const { marks } = useCanvasSceneStore();
  return useCallback(
    (element: Element | null) => {
      if (!element) return;
      let last = '';
      const mark = () => {
        const next = look(marks.get());
        if (next !== last) element.setAttribute('data-marks', next);
        last = next;
      };
      mark();
      return marks.subscribe(mark);
    },
    [marks, look],
  );
}
