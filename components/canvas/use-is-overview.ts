import { type ReactFlowState, useStore } from '@xyflow/react';
import type { CanvasScene } from './canvas-scene';
import { useSceneValue } from './canvas-scene-context';

const OVERVIEW = 0.3;
const CARDS_DRAWN_MAX = 80;
const selectIsTiny = (state: ReactFlowState) => state.transform[2] < OVERVIEW;
const selectIsLarge = ({ boxes }: CanvasScene) => boxes.size > CARDS_DRAWN_MAX;

export function isOverview(zoom: number, cards: number): boolean {
  return zoom < OVERVIEW && cards > CARDS_DRAWN_MAX;
}

/** True when a large model is seen from so far that it is drawn as a map. */
export function useIsOverview(): boolean {
  const isTiny = useStore(selectIsTiny);
  const isLarge = useSceneValue(selectIsLarge);
  return isTiny && isLarge;
}
