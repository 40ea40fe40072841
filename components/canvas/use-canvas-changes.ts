import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useMemo } from 'react';
import { recordAt } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { RecordId } from '@/lib/model/records';
import type { CanvasEdge } from './canvas-edges';
import type { CanvasNode } from './canvas-nodes';
import { useCanvasVerbs } from './canvas-verbs-context';
import type { Snapping } from './use-snap';

/** What React Flow reports, turned into moves and selections; sizes are ours, so what it measures is not heard. */
export function useCanvasChanges(setMoving: (isMoving: boolean) => void, snap: Snapping) {
  const { editor, view } = useCanvasVerbs();
  return useMemo(() => {
    const select = (changes: readonly { id: RecordId; selected: boolean }[]) => {
      if (changes.length === 0) return;
      const { selection, document } = editor.get();
      const isCanvasThing = (id: RecordId) =>
        ['entity', 'metric', 'relationship'].includes(recordAt(document, id)?.kind ?? '');
      const next = new Set(selection.filter(isCanvasThing));
      for (const { id, selected } of changes) {
        if (selected) next.add(id);
        else next.delete(id);
      }
      editor.select([...next]);
    };
    const startMove = (nodes: readonly CanvasNode[]) => {
      const [only] = nodes;
      const what = nodes.length === 1 && only ? labelOfRecord(editor.get().document, only.id) : `${nodes.length} cards`;
      editor.begin(`Move ${what}`);
      setMoving(true);
    };
    const endMove = () => {
      view.patch({ guides: [] });
      editor.commit();
      setMoving(false);
    };
    return {
      onNodesChange: (changes: NodeChange<CanvasNode>[]) => {
        const moved = changes.flatMap((change) =>
          change.type === 'position' && change.position
            ? [[change.id, { x: Math.round(change.position.x), y: Math.round(change.position.y) }] as const]
            : [],
        );
        const placed = moved.length > 0 && editor.isInGesture() ? snap(moved) : moved;
        if (placed.length > 0) editor.move('Move', placed);
        select(changes.flatMap((change) => (change.type === 'select' ? [change] : [])));
      },
      onEdgesChange: (changes: EdgeChange<CanvasEdge>[]) =>
        select(changes.flatMap((change) => (change.type === 'select' ? [change] : []))),
      onNodeDragStart: (_event: unknown, node: CanvasNode, nodes: CanvasNode[]) =>
        startMove(nodes.length > 0 ? nodes : [node]),
      onNodeDragStop: endMove,
      onSelectionDragStart: (_event: unknown, nodes: CanvasNode[]) => startMove(nodes),
      onSelectionDragStop: endMove,
    };
  }, [editor, view, setMoving, snap]);
}
