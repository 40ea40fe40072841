import { type ReactFlowState, useStore } from '@xyflow/react';

const FAR = 0.42;
const isFar = (state: ReactFlowState) => state.transform[2] < FAR;

/** True when rows are too small to read: cards then show their name only, and cost next to nothing to draw. */
export function useIsFar(): boolean {
  return useStore(isFar);
}
