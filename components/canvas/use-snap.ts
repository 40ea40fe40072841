import { useReactFlow } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { type Box, boxAround, overlaps } from './box';
import type { CanvasSceneStore } from './canvas-scene';
import { useCanvasView } from './canvas-view-context';
import { flowSight } from './flow-sight';
import type { Axis, Placed } from './keep-straight';
import { snapBox } from './snap-box';

const REACH_PX = 6;
/** Where the cards in the hand stand once they have given way; with a direction, in that one only. */
export type Snapping = (placed: Placed, along?: Axis) => Placed;

/**
 * Cards in the hand come into line with the ones in sight, and thin lines say with which. Ctrl or ⌘ lets them go where
 * the pointer is.
 */
export function useSnap(board: RefObject<HTMLElement | null>, scene: CanvasSceneStore): Snapping {
  const flow = useReactFlow();
  const view = useCanvasView();
  const isFree = useRef(false);
  useEffect(() => {
    const listen = (event: PointerEvent) => {
      isFree.current = event.ctrlKey || event.metaKey;
    };
    window.addEventListener('pointermove', listen, { capture: true, passive: true });
    return () => window.removeEventListener('pointermove', listen, { capture: true });
  }, []);

  return useCallback(
    (placed, along) => {
      const { boxes } = scene.get();
      const moving = new Set(placed.map(([id]) => id));
      const around = boxAround(
        placed.flatMap(([id, at]) => {
          const box = boxes.get(id);
          return box ? [{ ...box, x: at.x, y: at.y }] : [];
        }),
      );
      const inSight = sightOf(board.current, flow);
      if (isFree.current || !around || !inSight) {
        if (view.get().guides.length > 0) view.patch({ guides: [] });
        return placed;
      }
      const others = [...boxes].flatMap(([id, box]) => (!moving.has(id) && overlaps(box, inSight) ? [box] : []));
      const reach = REACH_PX / flow.getZoom();
      const { dx, dy, guides } = snapBox(around, others, {
        x: along === 'y' ? 0 : reach,
        y: along === 'x' ? 0 : reach,
      });
      if (guides.length > 0 || view.get().guides.length > 0) view.patch({ guides });
      return placed.map(([id, at]) => [id, { x: Math.round(at.x + dx), y: Math.round(at.y + dy) }]);
    },
    [board, flow, view, scene],
  );
}

function sightOf(board: HTMLElement | null, flow: ReturnType<typeof useReactFlow>): Box | null {
  if (!board) return null;
  const { x, y, zoom } = flow.getViewport();
  const { width, height } = board.getBoundingClientRect();
  return flowSight({ transform: [x, y, zoom], width, height });
}
