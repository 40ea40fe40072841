import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useState } from 'react';
import type { RecordId } from '@/lib/model/records';
import type { Box } from './box';
import { bringIntoSight } from './bring-into-sight';
import { useCanvasVerbs } from './canvas-verbs-context';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';
import { useFit } from './use-fit';

const selectRevealing = (view: CanvasView) => view.revealing;

/** What of the drawing is in sight, and bringing the rest there once it is drawn. */
export function useSight(board: RefObject<HTMLElement | null>, boxes: ReadonlyMap<RecordId, Box>) {
  const verbs = useCanvasVerbs();
  const { view } = verbs;
  const flow = useReactFlow();
  const fit = useFit(board, boxes);
  const { fitAll } = fit;
  const [isFitting, setFitting] = useState(false);
  const revealing = useCanvasViewValue(selectRevealing);

  // Only once the new places are drawn are their boxes the ones to fit.
  useEffect(() => {
    if (!isFitting) return;
    fitAll();
    setFitting(false);
  }, [isFitting, fitAll]);

  useEffect(() => {
    const box = revealing === null ? undefined : boxes.get(revealing);
    if (revealing !== null && !box) verbs.unhide([revealing]);
    if (!box) return;
    bringIntoSight(flow, box, board.current);
    view.patch({ revealing: null });
  }, [revealing, boxes, flow, view, verbs, board]);

  return { ...fit, fitWhenDrawn: () => setFitting(true) };
}
