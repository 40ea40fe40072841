import { useMemo } from 'react';
import { isSameList } from '@/components/editor/is-same-list';
import type { RecordId } from '@/lib/model/records';
import { areasAfterDrop, framesHeld, joiningAreas } from './area-drop';
import type { CanvasSceneStore } from './canvas-scene';
import { useCanvasVerbs } from './canvas-verbs-context';

/** Cards in the hand and areas: frames stand still meanwhile, those that would be joined light up, and a drop decides. */
export function useAreaDrop(scene: CanvasSceneStore) {
  const { editor, view } = useCanvasVerbs();
  return useMemo(() => {
    let carried: ReadonlySet<RecordId> = new Set();
    const dropped = () => {
      const { boxes, frames } = scene.get();
      return { areas: editor.get().layout.areas, frames, boxes, carried };
    };
    const end = () => {
      carried = new Set();
      scene.hold(null);
      if (view.get().joiningAreas.length > 0) view.patch({ joiningAreas: [] });
    };
    return {
      begin: (ids: readonly RecordId[]) => {
        carried = new Set(ids);
        scene.hold(framesHeld(scene.get().frames, carried));
      },
      show: () => {
        if (scene.get().frames.length === 0) return;
        const joining = [...joiningAreas(dropped()).keys()];
        if (!isSameList(joining, view.get().joiningAreas)) view.patch({ joiningAreas: joining });
      },
      /** Part of the gesture that moved the cards. */
      settle: () => {
        const { areas } = editor.get().layout;
        const after = areasAfterDrop(dropped());
        if (after !== areas) editor.arrange('Move', { areas: after });
        end();
      },
      end,
    };
  }, [editor, view, scene]);
}
