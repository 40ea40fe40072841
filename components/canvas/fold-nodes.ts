import { Position } from '@xyflow/react';
import type { AreaFrame } from './area-frames';
import type { CanvasNode } from './canvas-nodes';

const known = new WeakMap<AreaFrame, CanvasNode>();

/** With a node for every folded area: React Flow draws lines between nodes only. What is seen of it is drawn elsewhere. */
export function withFoldNodes(nodes: CanvasNode[], frames: readonly AreaFrame[]): CanvasNode[] {
  const folds = frames.filter(({ area }) => area.isFolded);
  return folds.length === 0 ? nodes : [...nodes, ...folds.map(foldNode)];
}

function foldNode(frame: AreaFrame): CanvasNode {
  const made = known.get(frame);
  if (made) return made;
  const { id, box } = frame;
  const size = { width: box.width, height: box.height };
  const node: CanvasNode = {
    id,
    type: 'fold',
    position: { x: box.x, y: box.y },
    ...size,
    measured: size,
    data: {},
    draggable: false,
    selectable: false,
    focusable: false,
    style: { pointerEvents: 'none' },
    handles: [{ id: 'card', type: 'source', position: Position.Right, x: 0, y: 20, width: 2, height: 2 }],
    domAttributes: { 'aria-hidden': true },
  };
  known.set(frame, node);
  return node;
}
