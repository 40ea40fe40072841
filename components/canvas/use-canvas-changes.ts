import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useMemo } from 'react';
import { recordAt } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';
import type { CanvasEdge } from './canvas-edges';
import type { CanvasNode } from './canvas-nodes';
import type { CanvasSceneStore } from './canvas-scene';
import { useCanvasVerbs } from './canvas-verbs-context';
import { useCardDrag } from './use-card-drag';
import type { Marquee } from './use-marquee';
import type { Snapping } from './use-snap';

/** What React Flow reports, turned into moves and selections; sizes are ours, so what it measures is not heard. */
export function useCanvasChanges(
  scene: CanvasSceneStore,
  snap: Snapping,
  { kept, onSelectionStart, onSelectionEnd }: Marquee,
) {
  const { editor } = useCanvasVerbs();
  const hand = useCardDrag(scene, snap);
  return useMemo(() => {
    const select = (changes: readonly { id: RecordId; selected: boolean }[]) => {
      if (changes.length === 0) return;
      const { selection, document } = editor.get();
      const isCanvasThing = (id: RecordId) =>
        ['entity', 'metric', 'relationship'].includes(recordAt(document, id)?.kind ?? '');
      const next = new Set([...kept(), ...selection].filter(isCanvasThing));
      for (const { id, selected } of changes) {
        if (selected) next.add(id);
        else if (!kept().includes(id)) next.delete(id);
      }
      editor.select([...next]);
    };
    return {
      onNodesChange: (changes: NodeChange<CanvasNode>[]) => {
        const moved = changes.flatMap((change) =>
          change.type === 'position' && change.position
            ? [[change.id, { x: Math.round(change.position.x), y: Math.round(change.position.y) }] as const]
            : [],
        );
        if (moved.length > 0) hand.move(moved);
        select(changes.flatMap((change) => (change.type === 'select' ? [change] : [])));
      },
      onEdgesChange: (changes: EdgeChange<CanvasEdge>[]) =>
        select(changes.flatMap((change) => (change.type === 'select' ? [change] : []))),
      onNodeDragStart: (_event: unknown, node: CanvasNode, nodes: CanvasNode[]) =>
        hand.take(nodes.length > 0 ? nodes : [node]),
      onNodeDragStop: hand.letGo,
      onSelectionDragStart: (_event: unknown, nodes: CanvasNode[]) => hand.take(nodes),
      onSelectionDragStop: hand.letGo,
      onSelectionStart,
      onSelectionEnd,
    };
  }, [editor, hand, kept, onSelectionStart, onSelectionEnd]);
}
