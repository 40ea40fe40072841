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
import { type DragEvent, type FocusEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { ContextMenu } from '@/components/ui/context-menu';
import { recordAt, recordOf } from '@/lib/model/model-index';
import { CanvasEmpty } from './canvas-empty';
import { canvasMenu, type MenuPlace } from './canvas-menu';
import { canvasTargetOf } from './canvas-target';
import { CanvasToolbar } from './canvas-toolbar';
import { useCanvasVerbs } from './canvas-verbs-context';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';
import { CrowFootDefs } from './crow-foot-defs';
import { DrawMetricPopover } from './draw-metric-popover';
import { EntityCard } from './entity-card';
import { EXISTING_MIME } from './existing-mime';
import { FieldDragHint } from './field-drag-hint';
import { JoinChoice } from './join-choice';
import { MeasuresEdgeView } from './measures-edge';
import { MetricCard } from './metric-card';
import { relationRefusals } from './relation-refusal';
import { RelationshipEdgeView } from './relationship-edge';
import { RemovalDialog } from './removal-dialog';
import { useCanvasChanges } from './use-canvas-changes';
import { useCanvasScene } from './use-canvas-scene';
import { bringIntoSight, useCanvasShortcuts } from './use-canvas-shortcuts';
import { useClipboard } from './use-clipboard';
import { useFieldDrag } from './use-field-drag';
import { useHover } from './use-hover';
import { useTidy } from './use-tidy';
import { ZoomControls } from './zoom-controls';

const nodeTypes = { entity: EntityCard, metric: MetricCard };
const edgeTypes = { relationship: RelationshipEdgeView, measures: MeasuresEdgeView };
const MIDDLE_BUTTON = [1];
const MULTI_SELECT = ['Shift', 'Meta', 'Control'];
/** First of all the entities, large enough to read; the metrics below them may run out of sight. */
const FIT = {
  padding: { top: '64px', left: '32px', right: '32px', bottom: '84px' },
  minZoom: 0.6,
  maxZoom: 1,
} as const;
const PRO = { hideAttribution: false };
const selectRevealing = (view: CanvasView) => view.revealing;
const selectIsMinimapShown = (view: CanvasView) => view.isMinimapShown;

type Props = {
  /** Where the person last stood; null shows everything. */
  viewport: Viewport | null;
  onViewport: (viewport: Viewport) => void;
  /** Something from *What exists* was dropped. */
  onBring: (ref: string, at: { x: number; y: number }) => void;
};

/** The drawing board: entities, metrics and the lines between them. */
export function Canvas({ viewport, onViewport, onBring }: Props) {
  const verbs = useCanvasVerbs();
  const { editor } = verbs;
  const flow = useReactFlow();
  const board = useRef<HTMLDivElement>(null);
  const dragLine = useRef<SVGPathElement>(null);
  const place = useRef<MenuPlace>({ target: { kind: 'pane' }, screen: { x: 0, y: 0 }, flow: { x: 0, y: 0 } });
  const [isMoving, setMoving] = useState(false);
  const { nodes, edges, boxes } = useCanvasScene(isMoving);
  const changes = useCanvasChanges(setMoving);
  const hover = useHover();
  const { tidy, isTidying } = useTidy();
  const isMinimapShown = useCanvasViewValue(selectIsMinimapShown);
  const [firstFit] = useState(() => ({ ...FIT, nodes: nodes.filter(({ type }) => type === 'entity') }));
  const shortcuts = useCanvasShortcuts({ boxes, tidy: () => void tidy(), board });

  const revealing = useCanvasViewValue(selectRevealing);
  useEffect(() => {
    const box = revealing === null ? undefined : boxes.get(revealing);
    if (!box) return;
    bringIntoSight(flow, box, board.current);
    verbs.view.patch({ revealing: null });
  }, [revealing, boxes, flow, verbs]);

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

  const onClick = (event: MouseEvent) => {
    const at = { x: event.clientX, y: event.clientY };
    const drawn =
      event.target instanceof Element ? event.target.closest('[data-draw]')?.getAttribute('data-draw') : null;
    const field = drawn ? recordOf(editor.get().document, 'attribute', drawn) : null;
    if (field) verbs.draw({ entityId: field.entityId, attributeId: field.id, at, dropAt: null });
    const target = canvasTargetOf(event.target);
    if (target.kind === 'field') editor.select([target.id]);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const target = canvasTargetOf(event.target);
    if (target.kind === 'pane')
      verbs.addEntity(flow.screenToFlowPosition({ x: event.clientX - 120, y: event.clientY - 20 }));
    else if (target.kind !== 'other') verbs.startNaming(target.id);
  };
  const onContextMenu = (event: MouseEvent) => {
    const screen = { x: event.clientX, y: event.clientY };
    const target = canvasTargetOf(event.target);
    place.current = { target, screen, flow: flow.screenToFlowPosition(screen) };
    if (target.kind === 'field' || target.kind === 'line') editor.select([target.id]);
    else if (target.kind === 'card' && !editor.get().selection.includes(target.id)) editor.select([target.id]);
  };
  /** Who moves with Tab selects what they reach. */
  const onFocus = (event: FocusEvent) => {
    if (!(event.target instanceof Element) || !event.target.matches(':focus-visible')) return;
    if (!event.target.matches('.react-flow__node, .react-flow__edge')) return;
    const id = event.target.getAttribute('data-id');
    if (id && recordAt(editor.get().document, id)) editor.select([id]);
  };
  const onDragOver = (event: DragEvent) => {
    if (!editor.canEdit || !event.dataTransfer.types.includes(EXISTING_MIME)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  };
  const onDrop = (event: DragEvent) => {
    const ref = event.dataTransfer.getData(EXISTING_MIME);
    if (!ref) return;
    event.preventDefault();
    onBring(ref, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }));
  };

  return (
    <ContextMenu entries={() => canvasMenu(verbs, shortcuts.view, place.current)}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: every one of these has its key in useCanvasShortcuts */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: cards and lines inside are the controls; this listens for all of them */}
      <div
        ref={board}
        data-canvas
        className="relative h-full w-full"
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onContextMenuCapture={onContextMenu}
        onFocusCapture={onFocus}
        onDragOver={onDragOver}
        onDrop={onDrop}
      >
        <CrowFootDefs />
        <ReactFlow
          aria-label="The drawing: entities, metrics and how they belong together"
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          {...changes}
          {...hover}
          onPaneClick={() => editor.select([])}
          onMoveEnd={(_event, next) => onViewport(next)}
          {...(viewport ? { defaultViewport: viewport } : { fitView: true, fitViewOptions: firstFit })}
          minZoom={0.05}
          maxZoom={2}
          panOnScroll
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
          proOptions={PRO}
        >
          <Background gap={20} size={1.1} />
          {editor.canEdit && (
            <CanvasToolbar
              onAddEntity={shortcuts.addEntity}
              onDrawMetric={shortcuts.drawMetric}
              onTidy={() => void tidy()}
              isTidying={isTidying}
              onUndo={shortcuts.undo}
              onRedo={shortcuts.redo}
            />
          )}
          <ZoomControls />
          {isMinimapShown && (
            <MiniMap pannable zoomable ariaLabel="Minimap" className="!bottom-12 !left-0 !right-auto" />
          )}
        </ReactFlow>
        <svg className="pointer-events-none absolute inset-0 z-10 h-full w-full" aria-hidden="true">
          <path ref={dragLine} fill="none" stroke="var(--accent)" strokeWidth="1.75" strokeLinecap="round" />
        </svg>
        {nodes.length === 0 && <CanvasEmpty onAddEntity={shortcuts.addEntity} canEdit={editor.canEdit} />}
        <FieldDragHint />
        <DrawMetricPopover />
        <JoinChoice />
        <RemovalDialog />
        <p className="sr-only" role="status" aria-live="polite">
          {shortcuts.said}
        </p>
      </div>
    </ContextMenu>
  );
}
