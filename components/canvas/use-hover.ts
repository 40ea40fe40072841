import { useMemo } from 'react';
import { recordOf } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';
import type { CanvasEdge } from './canvas-edges';
import type { CanvasNode } from './canvas-nodes';
import { useCanvasVerbs } from './canvas-verbs-context';
import type { CanvasView } from './canvas-view';

type Under = Pick<CanvasView, 'hovered' | 'lit'>;
const NOTHING: Under = { hovered: null, lit: [] };
/** Long enough that a pointer on its way somewhere fades nothing. */
const DWELL_MS = 350;
const LEAVE_MS = 150;

/**
 * What is under the pointer: a line lights up the fields it joins, a card its lines, and where it rests the rest of a crowd
 * steps back. While the board moves under the pointer nothing is told; what it comes to rest on is.
 */
export function useHover() {
  const { editor, view } = useCanvasVerbs();
  return useMemo(() => {
    let isMoving = false;
    let under = NOTHING;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const dwell = (id: RecordId | null) => {
      clearTimeout(timer);
      if (id === view.get().dwelt) return;
      timer = setTimeout(
        () => {
          if (!editor.isInGesture()) view.patch({ dwelt: id });
        },
        id === null ? LEAVE_MS : DWELL_MS,
      );
    };
    const tell = () => {
      if (isMoving || (under.hovered === view.get().hovered && under.lit === view.get().lit)) return;
      view.patch(under);
      const { hovered } = under;
      dwell(hovered !== null && recordOf(editor.get().document, 'relationship', hovered) === null ? hovered : null);
    };
    const enter = (hovered: RecordId, lit: readonly RecordId[]) => {
      under = { hovered, lit };
      tell();
    };
    const leave = () => {
      under = NOTHING;
      tell();
    };
    return {
      onNodeMouseEnter: (_event: unknown, node: CanvasNode) => enter(node.id, NOTHING.lit),
      onNodeMouseLeave: leave,
      onEdgeMouseEnter: (_event: unknown, edge: CanvasEdge) => {
        const relationship = recordOf(editor.get().document, 'relationship', edge.id);
        if (relationship) enter(edge.id, [...relationship.from.attributeIds, ...relationship.to.attributeIds]);
      },
      onEdgeMouseLeave: leave,
      onMoveStart: () => {
        isMoving = true;
      },
      onMoveEnd: () => {
        isMoving = false;
        tell();
      },
    };
  }, [editor, view]);
}
