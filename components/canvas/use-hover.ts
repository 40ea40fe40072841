import { useMemo } from 'react';
import { recordOf } from '@/lib/model/model-index';
import type { CanvasEdge } from './canvas-edges';
import type { CanvasNode } from './canvas-nodes';
import { useCanvasVerbs } from './canvas-verbs-context';

/** What is under the pointer: a line lights up the fields it joins, a card its lines. */
export function useHover() {
  const { editor, view } = useCanvasVerbs();
  return useMemo(
    () => ({
      onNodeMouseEnter: (_event: unknown, node: CanvasNode) => view.patch({ hovered: node.id }),
      onNodeMouseLeave: () => view.patch({ hovered: null }),
      onEdgeMouseEnter: (_event: unknown, edge: CanvasEdge) => {
        const relationship = recordOf(editor.get().document, 'relationship', edge.id);
        if (relationship)
          view.patch({ hovered: edge.id, lit: [...relationship.from.attributeIds, ...relationship.to.attributeIds] });
      },
      onEdgeMouseLeave: () => view.patch({ hovered: null, lit: [] }),
    }),
    [editor, view],
  );
}
