import { type ReactFlowState, useStore } from '@xyflow/react';

const OVERVIEW = 0.3;
const CARDS_DRAWN_MAX = 80;
const isTiny = (state: ReactFlowState) => state.transform[2] < OVERVIEW;

/** True when a large model is seen from so far that it is drawn as a map. */
export function useIsOverview(cards: number): boolean {
  const isFar = useStore(isTiny);
  return isFar && cards > CARDS_DRAWN_MAX;
}
