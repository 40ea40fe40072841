import { getViewportForBounds, useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback } from 'react';
import { gliding } from '@/components/ui/gliding';
import type { LaneLayout } from './lane-layout';

/** How far fitting goes; a small board is not blown up. */
export const ZOOM = { min: 0.1, fitMax: 1 } as const;
const PADDING = { top: '20px', right: '24px', bottom: '56px', left: '24px' } as const;
const TOP = 20;

const GLIDE_MS = 160;

/**
 * Shows the whole board, at once as it opens, gliding later. What is lower than its pane hangs from the top instead of
 * floating in its middle: it stays where it was when products come and go, and what is chosen is told below it, not over
 * it.
 */
export function useFitBoard(layout: LaneLayout) {
  const flow = useReactFlow();
  const store = useStoreApi();
  const show = useCallback(
    (how: { duration?: number }) => {
      const { width, height } = store.getState();
      const bounds = {
        x: 0,
        y: 0,
        width: Math.max(0, ...layout.lanes.map((lane) => lane.x + lane.width)),
        height: Math.max(0, ...layout.lanes.map((lane) => lane.height)),
      };
      const { x, y, zoom } = getViewportForBounds(bounds, width, height, ZOOM.min, ZOOM.fitMax, PADDING);
      void flow.setViewport({ x, y: Math.min(y, TOP), zoom }, how);
    },
    [flow, store, layout],
  );
  return { fit: useCallback(() => show(gliding(GLIDE_MS)), [show]), open: () => show({}) };
}
