import { useStoreApi } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import { listenToAll } from '@/components/editor/listen-to-all';
import type { CanvasSceneStore } from './canvas-scene';
import { flowSight } from './flow-sight';
import { isOverview } from './use-is-overview';

/**
 * Tells the scene what is in sight, however it came there: by hand, by a glide, or because the board grew. A board that is
 * still to be brought to where it begins is looked at from then on, by the function given back: nothing is drawn for a
 * sight that nobody sees.
 */
export function useWatchSight(scene: CanvasSceneStore, isAtPlace: boolean): () => void {
  const store = useStoreApi();
  const isOn = useRef(isAtPlace);
  const look = useCallback(() => {
    const state = store.getState();
    if (!isOn.current || state.width === 0) return;
    const isPicture = isOverview(state.transform[2], scene.get().boxes.size);
    scene.look(isPicture ? null : flowSight(state));
  }, [store, scene]);
  useEffect(() => {
    look();
    return listenToAll([store, scene], look);
  }, [store, scene, look]);
  return useCallback(() => {
    isOn.current = true;
    look();
  }, [look]);
}
