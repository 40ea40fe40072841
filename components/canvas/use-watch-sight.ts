import { useStoreApi } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import type { CanvasSceneStore } from './canvas-scene';
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
    const { transform, width, height } = store.getState();
    const [x, y, zoom] = transform;
    if (!isOn.current || width === 0) return;
    const isPicture = isOverview(zoom, scene.get().boxes.size);
    scene.look(isPicture ? null : { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom });
  }, [store, scene]);
  useEffect(() => {
    look();
    const ends = [store.subscribe(look), scene.subscribe(look)];
    return () => {
      for (const end of ends) end();
    };
  }, [store, scene, look]);
  return useCallback(() => {
    isOn.current = true;
    look();
  }, [look]);
}
