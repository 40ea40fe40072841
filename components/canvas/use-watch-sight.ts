import { type ReactFlowState, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import type { CanvasSceneStore } from './canvas-scene';

/** Tells the scene what is in sight, however it came there: by hand, by a glide, or because the board grew. */
export function useWatchSight(scene: CanvasSceneStore): void {
  const store = useStoreApi();
  useEffect(() => {
    const look = ({ transform: [x, y, zoom], width, height }: ReactFlowState) => {
      if (width > 0) scene.look({ x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom });
    };
    look(store.getState());
    return store.subscribe(look);
  }, [store, scene]);
}
