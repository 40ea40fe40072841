'use client';

import {
  Background,
  ConnectionMode,
  MiniMap,
  ReactFlow,
  SelectionMode,
  useReactFlow,
  type Viewport,
} from '@xyflow/react';
import { type ReactNode, useRef, useState } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { ContextMenu } from '@/components/ui/context-menu';
import { recordOf } from '@/lib/model/model-index';
import type { Box } from './box';
import type { CanvasEdge } from './canvas-edges';
import { canvasMenu } from './canvas-menu';
import type { CanvasNode } from './canvas-nodes';
import { CanvasToolbar } from './canvas-toolbar';
import { useCanvasVerbs } from './canvas-verbs-context';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';
import { CrowFootDefs } from './crow-foot-defs';
import { DrawMetricPopover } from './draw-metric-popover';
import { EntityCard } from './entity-card';
import { FieldDragHint } from './field-drag-hint';
import { ZOOM_MAX, ZOOM_MIN } from './fit-viewport';
import { Guides } from './guides';
import { HiddenNote } from './hidden-note';
import { JoinChoice } from './join-choice';
import { JoinWith } from './join-with';
import { LinePopover } from './line-popover';
import { LostHint } from './lost-hint';
import { MeasuresEdgeView } from './measures-edge';
import { MetricCard } from './metric-card';
import { Overview } from './overview';
import { relationRefusals } from './relation-refusal';
import { RelationshipEdgeView } from './relationship-edge';
import { RemovalDialog } from './removal-dialog';
import { sightBox } from './sight-box';
import { TidyProgress } from './tidy-progress';
import { useBoardEvents } from './use-board-events';
import { useCanvasChanges } from './use-canvas-changes';
import { useCanvasScene } from './use-canvas-scene';
import { useCanvasShortcuts } from './use-canvas-shortcuts';
import { useClipboard } from './use-clipboard';
import { useFieldDrag } from './use-field-drag';
import { useHover } from './use-hover';
import { useIsOverview } from './use-is-overview';
import { useSight } from './use-sight';
import { useSnap } from './use-snap';
import { useTidy } from './use-tidy';
import { ZoomControls } from './zoom-controls';

const nodeTypes = { entity: EntityCard, metric: MetricCard };
const edgeTypes = { relationship: RelationshipEdgeView, measures: MeasuresEdgeView };
const MIDDLE_BUTTON = [1];
const MULTI_SELECT = ['Shift', 'Meta', 'Control'];
const NO_NODES: CanvasNode[] = [];
const NO_EDGES: CanvasEdge[] = [];
const selectSelection = (state: EditorState) => state.selection;
const selectHasHidden = (state: EditorState) => state.layout.hidden.length > 0;
const selectIsMinimapShown = (view: CanvasView) => view.isMinimapShown;

type Props = {
  /** Where the person last stood; null shows everything. */
  viewport: Viewport | null;
  /** The part of the canvas a link leads to; it goes before where the person stood. */
  sight: Box | null;
  onViewport: (viewport: Viewport, sight: Box) => void;
  /** Something from *What exists* was dropped. */
  onBring: (ref: string, at: { x: number; y: number }) => void;
  /** What stands on a board where nothing is drawn. */
  empty: ReactNode;
};

/** The drawing board: entities, metrics and the lines between them. */
export function Canvas({ viewport, sight, onViewport, onBring, empty }: Props) {
  const verbs = useCanvasVerbs();
  const { editor } = verbs;
  const flow = useReactFlow();
  const board = useRef<HTMLDivElement>(null);
  const dragLine = useRef<SVGPathElement>(null);
  const [isMoving, setMoving] = useState(false);
  const { nodes, edges, boxes } = useCanvasScene(isMoving);
  const isOverview = useIsOverview(nodes.length);
  const selection = useEditorValue(selectSelection);
  const isMinimapShown = useCanvasViewValue(selectIsMinimapShown);
  const hasHidden = useEditorValue(selectHasHidden);

  const { fitAll, fitBox, fitCards, fitFirst, fitWhenDrawn } = useSight(board, boxes);
  const { tidy, tidying } = useTidy(setMoving);
  const tellViewport = (next: Viewport) => {
    const { width = 0, height = 0 } = board.current?.getBoundingClientRect() ?? {};
    onViewport(next, sightBox(next, { width, height }));
  };
  const tidyAndFit = () => void tidy().then((isDone) => isDone && fitWhenDrawn());
  const shortcuts = useCanvasShortcuts({ boxes, tidy: tidyAndFit, fitAll, fitCards, board });
  const { place, on } = useBoardEvents({ boxes, isOverview, fitCards, onBring });
  const snap = useSnap(board, boxes);
  const changes = useCanvasChanges(setMoving, snap);
  const hover = useHover();
  useClipboard();
  useFieldDrag(board, dragLine, {
    onStart: (fromId) => (editor.canEdit ? relationRefusals(editor.get().document, fromId) : null),
    onDrop: ({ fromId, toId, at, isOut }) => {
      const field = recordOf(editor.get().document, 'attribute', fromId);
      if (toId !== null && toId !== fromId) verbs.relate(fromId, toId, at);
      else if (isOut && field)
        verbs.draw({ entityId: field.entityId, attributeId: fromId, at, dropAt: flow.screenToFlowPosition(at) });
    },
  });

  return (
    <ContextMenu entries={() => canvasMenu(verbs, shortcuts.view, place.current)}>
      <div ref={board} data-canvas className="relative h-full w-full" {...on}>
        <h2 className="sr-only">Canvas</h2>
        <CrowFootDefs />
        <ReactFlow
          aria-label="The drawing: entities, metrics and how they belong together"
          nodes={isOverview ? NO_NODES : nodes}
          edges={isOverview ? NO_EDGES : edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          {...changes}
          {...hover}
          onPaneClick={() => editor.select([])}
          onMoveEnd={(_event, next) => tellViewport(next)}
          {...(viewport ? { defaultViewport: viewport } : { onInit: sight ? () => fitBox(sight, 0) : fitFirst })}
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
          nodesDraggable={editor.canEdit}
          connectionMode={ConnectionMode.Loose}
          nodesConnectable={false}
          nodeDragThreshold={3}
          disableKeyboardA11y
          elevateNodesOnSelect={false}
          elevateEdgesOnSelect={false}
          zIndexMode="manual"
          onlyRenderVisibleElements
        >
          <Background gap={20} size={1.1} />
          {isOverview && <Overview boxes={boxes} edges={edges} selection={selection} />}
          {editor.canEdit && (
            <CanvasToolbar
              onAddEntity={shortcuts.addEntity}
              onDrawMetric={shortcuts.drawMetric}
              onTidy={tidyAndFit}
              isTidying={tidying !== null}
              onUndo={shortcuts.undo}
              onRedo={shortcuts.redo}
            />
          )}
          {tidying && <TidyProgress {...tidying} />}
          <ZoomControls onFit={fitAll} onShow={fitBox} />
          <HiddenNote />
          <LostHint boxes={boxes} onFit={fitAll} />
          {isMinimapShown && (
            <MiniMap pannable zoomable ariaLabel="Minimap" className="!bottom-12 !left-0 !right-auto" />
          )}
        </ReactFlow>
        <svg className="pointer-events-none absolute inset-0 z-10 h-full w-full" aria-hidden="true">
          <path ref={dragLine} fill="none" stroke="var(--accent)" strokeWidth="1.75" strokeLinecap="round" />
        </svg>
        <Guides />
        {nodes.length === 0 && !hasHidden && empty}
        <FieldDragHint />
        <DrawMetricPopover />
        <JoinChoice />
        <JoinWith />
        <LinePopover />
        <RemovalDialog />
        <p className="sr-only" role="status" aria-live="polite">
          {shortcuts.said}
        </p>
      </div>
    </ContextMenu>
  );
}
