import { type RefCallback, useCallback } from 'react';
import type { RecordId } from '@/lib/model/records';
import type { Point } from './box';
import { useCanvasSceneStore } from './canvas-scene-context';

/** What shows a way on one element; it stays the same function for as long as it does the same. */
export type DrawWay<Shown extends Element> = (element: Shown, points: readonly Point[]) => void;

/** Keeps one element of a line where the scene says the line goes, past React: a card in the hand is news to nobody else. */
export function useLineWay<Shown extends Element>(id: RecordId, draw: DrawWay<Shown>): RefCallback<Shown> {
  const scene = useCanvasSceneStore();
  return useCallback(
    (element: Shown | null) => {
      if (!element) return;
      let last: readonly Point[] | undefined;
      const follow = () => {
        const points = scene.get().lines.get(id)?.points;
        if (points === undefined || points === last) return;
        last = points;
        draw(element, points);
      };
      follow();
      return scene.subscribe(follow);
    },
    [scene, id, draw],
  );
}
