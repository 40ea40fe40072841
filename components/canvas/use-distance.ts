import { type ReactFlowState, useStore } from '@xyflow/react';
import { useCallback } from 'react';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';

const FAR = 0.42;
const VERY_FAR = 0.3;
export type Distance = 'near' | 'far' | 'very far';
const selectIsByHand = ({ detail }: CanvasView) => detail === 'all';

/** From far rows are too small to read: cards show names and keys, then names only, and cost next to nothing to draw. */
export function useDistance(): Distance {
  const isByHand = useCanvasViewValue(selectIsByHand);
  return useStore(
    useCallback(
      ({ transform: [, , zoom] }: ReactFlowState): Distance =>
        isByHand || zoom >= FAR ? 'near' : zoom >= VERY_FAR ? 'far' : 'very far',
      [isByHand],
    ),
  );
}
