import { useReactFlow } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useState } from 'react';
import { useStoreValue } from '@/components/editor/use-store-value';
import { bringIntoSight } from './bring-into-sight';
import type { CanvasScene, CanvasSceneStore } from './canvas-scene';
import { useCanvasVerbs } from './canvas-verbs-context';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';
import { useFit } from './use-fit';

/** From further away a card that is looked for is brought near, not only into sight. */
const READABLE = 0.4;
const selectRevealingArea = (view: CanvasView) => view.revealingArea;
const selectRevealing = (view: CanvasView) => view.revealing;

/** What of the drawing is in sight, and bringing the rest there once it is drawn. */
export function useSight(board: RefObject<HTMLElement | null>, scene: CanvasSceneStore) {
  const verbs = useCanvasVerbs();
  const { view } = verbs;
  const flow = useReactFlow();
  const fit = useFit(board, scene);
  const { fitAll, fitCards } = fit;
  const [isFitting, setFitting] = useState(false);
  const revealing = useCanvasViewValue(selectRevealing);
  const revealingArea = useCanvasViewValue(selectRevealingArea);
  const box = useStoreValue(
    scene,
    useCallback(({ boxes }: CanvasScene) => (revealing === null ? null : (boxes.get(revealing) ?? null)), [revealing]),
  );

  // Only once the new places are drawn are their boxes the ones to fit.
  useEffect(() => {
    if (!isFitting) return;
    fitAll();
    setFitting(false);
  }, [isFitting, fitAll]);

  useEffect(() => {
    if (revealingArea === null) return;
    const { areas } = verbs.editor.get().layout;
    const isDrawn = scene.get().frames.some(({ id }) => id === revealingArea);
    if (!isDrawn) verbs.unhide(areas[revealingArea]?.members ?? []);
    fitCards([revealingArea]);
    view.patch({ revealingArea: null });
  }, [revealingArea, verbs, scene, fitCards, view]);

  useEffect(() => {
    if (revealing !== null && !box) {
      verbs.unhide([revealing]);
      verbs.areas.unfoldRound(revealing);
    }
    if (!box) return;
    if (revealing !== null && flow.getZoom() < READABLE) fitCards([revealing]);
    else bringIntoSight(flow, box, board.current);
    view.patch({ revealing: null });
  }, [revealing, box, flow, view, verbs, board, fitCards]);

  return { ...fit, fitWhenDrawn: () => setFitting(true) };
}
