'use client';

import { ConnectionMode, ReactFlow, type ReactFlowProps, SelectionMode } from '@xyflow/react';
import { memo } from 'react';
import type { CanvasEdge } from './canvas-edges';
import { boardMarks } from './canvas-marks';
import type { CanvasNode } from './canvas-nodes';
import type { CanvasScene } from './canvas-scene';
import { useSceneValue } from './canvas-scene-context';
import { EdgeAnchor } from './edge-anchor';
import { EntityCard } from './entity-card';
import { ZOOM_MAX, ZOOM_MIN } from './fit-viewport';
import { LineLabelLayer } from './line-label-layer';
import { MeasuresEdgeView } from './measures-edge';
import { MetricCard } from './metric-card';
import { RelationshipEdgeView } from './relationship-edge';
import { useIsOverview } from './use-is-overview';
import { useMarks } from './use-marks';

const nodeTypes = { entity: EntityCard, metric: MetricCard, fold: EdgeAnchor };
const edgeTypes = { relationship: RelationshipEdgeView, measures: MeasuresEdgeView };
const MIDDLE_BUTTON = [1];
const MULTI_SELECT = ['Shift', 'Meta', 'Control'];
const NO_NODES: CanvasNode[] = [];
const NO_EDGES: CanvasEdge[] = [];
const selectNodes = ({ nodes }: CanvasScene) => nodes;
const selectEdges = ({ edges }: CanvasScene) => edges;

type Props = Omit<ReactFlowProps<CanvasNode, CanvasEdge>, 'nodes' | 'edges'>;

/** The cards and lines themselves: what is drawn anew at every frame of a drag, and nothing beside it. */
export const Drawing = memo(function Drawing(props: Props) {
  const nodes = useSceneValue(selectNodes);
  const edges = useSceneValue(selectEdges);
  const isOverview = useIsOverview();
  return (
    <LineLabelLayer>
      <ReactFlow
        aria-label="The drawing: entities, metrics and how they belong together"
        tabIndex={-1}
        nodes={isOverview ? NO_NODES : nodes}
        edges={isOverview ? NO_EDGES : edges}
        ref={useMarks(boardMarks)}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        minZoom={ZOOM_MIN}
        maxZoom={ZOOM_MAX}
        panOnScroll
        panOnScrollSpeed={1}
        panOnDrag={MIDDLE_BUTTON}
        selectionOnDrag
        selectionMode={SelectionMode.Partial}
        selectionKeyCode={null}
        multiSelectionKeyCode={MULTI_SELECT}
        deleteKeyCode={null}
        zoomOnDoubleClick={false}
        connectionMode={ConnectionMode.Loose}
        nodesConnectable={false}
        nodeDragThreshold={3}
        disableKeyboardA11y
        elevateNodesOnSelect={false}
        elevateEdgesOnSelect={false}
        zIndexMode="manual"
        {...props}
      />
    </LineLabelLayer>
  );
});
