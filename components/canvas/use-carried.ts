import { type RefObject, useEffect } from 'react';
import type { RecordId } from '@/lib/model/records';
import type { CanvasSceneStore } from './canvas-scene';

/**
 * Cards in the hand follow it past React and React Flow, which hear of it once, when they are let go: told at every frame,
 * they looked through all cards and lines to move one. The frame React Flow draws around several goes with them.
 */
export function useCarried(board: RefObject<HTMLElement | null>, scene: CanvasSceneStore): void {
  useEffect(() => {
    let carried: ReadonlyMap<RecordId, HTMLElement> = new Map();
    let taken = scene.get().carried;
    const find = (query: string) => board.current?.querySelector<HTMLElement>(query) ?? null;
    const follow = () => {
      const { carried: ids, boxes, nodes } = scene.get();
      if (ids !== taken && ids.length > 0)
        carried = new Map(
          ids.flatMap((id) => {
            const element = find(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
            return element ? [[id, element] as const] : [];
          }),
        );
      for (const [id, element] of carried) {
        const box = boxes.get(id);
        const place = box && `translate(${box.x}px,${box.y}px)`;
        if (place && element.style.transform !== place) element.style.transform = place;
      }
      const [first] = ids;
      const at = nodes.find(({ id }) => id === first)?.position;
      const box = first === undefined ? undefined : boxes.get(first);
      const around = taken.length > 1 || ids.length > 1 ? find('.react-flow__nodesselection-rect') : null;
      if (around) around.style.translate = at && box ? `${box.x - at.x}px ${box.y - at.y}px` : '';
      taken = ids;
      if (ids.length === 0) carried = new Map();
    };
    return scene.subscribe(follow);
  }, [board, scene]);
}
