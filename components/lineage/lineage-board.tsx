'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { Background, type EdgeTypes, type NodeTypes, Panel, ReactFlow } from '@xyflow/react';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef } from 'react';
import { useShortcut } from '@/components/ui/use-shortcut';
import type { DiffMark } from '@/lib/api/diff-marks';
import type { FieldTrace, Lineage } from '@/lib/api/lineage';
import { BoardDetail } from './board-detail';
import { type BoardVerbs, BoardVerbsContext } from './board-verbs-context';
import { FlowEdge } from './flow-edge';
import { LaneNode } from './lane-node';
import { edgeId, type LineageState, writeOpened } from './lineage-state';
import { ProductNode } from './product-node';
import { layoutBoard, toEdges, toNodes } from './to-board';
import { tracePath } from './trace';
import { useFitBoard, ZOOM } from './use-fit-board';
import type { VisibleLineage } from './visible-lineage';
import { ZoomControls } from './zoom-controls';

const nodeTypes: NodeTypes = { lane: LaneNode, product: ProductNode };
const edgeTypes: EdgeTypes = { flow: FlowEdge };

type Props = {
  lineage: Lineage;
  visible: VisibleLineage;
  state: LineageState;
  /** What a difference of plans changes at whom, drawn on the cards and lines. */
  marks?: readonly DiffMark[];
  /** The way of the chosen field; a board without one shows products only, and opens nothing further. */
  trace?: UseQueryResult<FieldTrace> | null;
  onChange: (changes: Record<string, string | null>) => void;
};

const NO_MARKS: readonly DiffMark[] = [];

/** The board itself. What is chosen comes from the address and goes back there; the board keeps nothing of its own. */
export function LineageBoard({ lineage, visible, state, marks = NO_MARKS, trace = null, onChange }: Props) {
  const router = useRouter();
  const { select, edge } = state;
  const traced = state.field === null ? null : (trace?.data ?? null);
  const path = useMemo(() => {
    if (select === null) return null;
    if (traced === null) return tracePath(lineage.edges, select);
    return { products: new Set(traced.fields.map(({ product }) => product)), edges: new Set(traced.edges.map(edgeId)) };
  }, [lineage.edges, select, traced]);
  const layout = useMemo(() => layoutBoard(visible), [visible]);
  const { fit: fitAll, open } = useFitBoard(layout);
  const placed = useMemo(
    () => toNodes(visible, layout, { lineage, marks, trace: traced }),
    [visible, layout, lineage, marks, traced],
  );
  const nodes = useMemo(() => {
    const lit = edge === null ? path?.products : new Set(edge.split('~'));
    return placed.map((node) =>
      node.type === 'product'
        ? { ...node, selected: node.id === select, className: lit && !lit.has(node.id) ? 'dim' : '' }
        : node,
    );
  }, [placed, path, edge, select]);
  const edges = useMemo(() => {
    const names = new Map(lineage.products.map((product) => [product.key, product.name]));
    return toEdges(visible, layout, { path, chosen: edge, marks, nameOf: (key) => names.get(key) ?? key });
  }, [visible, layout, lineage.products, path, edge, marks]);

  // The board fits itself when it opens. Afterwards only other products make it fit again, once their cards are
  // committed; new numbers on the same cards leave the view where the reader put it.
  const shown = visible.products.map((product) => product.key).join(' ');
  const fitted = useRef(shown);
  useEffect(() => {
    if (fitted.current === shown) return;
    fitted.current = shown;
    fitAll();
  }, [shown, fitAll]);

  const chooseProduct = (key: string) =>
    onChange({ select: key, edge: null, ...(key === select ? {} : { field: null }) });
  const chooseEdge = (id: string) => onChange({ edge: id, select: null, field: null });
  const clear = () => onChange({ select: null, edge: null, field: null, open: null });
  const verbs = useMemo((): BoardVerbs | null => {
    if (trace === null) return null;
    return { open: (one) => onChange({ open: writeOpened([...state.opened, one]) }) };
  }, [trace, state.opened, onChange]);
  useShortcut('f', fitAll);
  useShortcut('Escape', clear, select !== null || edge !== null);
  useShortcut('o', () => select !== null && router.push(`/catalog/${select}`), select !== null);

  return (
    <BoardVerbsContext value={verbs}>
      <ReactFlow
        aria-label="Data products and how they feed each other"
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={(changes) => {
          const chosen = changes.find((change) => change.type === 'select' && change.selected);
          if (chosen?.type === 'select') chooseProduct(chosen.id);
        }}
        onEdgesChange={(changes) => {
          const chosen = changes.find((change) => change.type === 'select' && change.selected);
          if (chosen?.type === 'select') chooseEdge(chosen.id);
        }}
        onNodeDoubleClick={(_, node) => node.type === 'product' && router.push(`/catalog/${node.id}`)}
        onPaneClick={clear}
        nodesDraggable={false}
        nodesConnectable={false}
        elevateNodesOnSelect={false}
        zIndexMode="manual"
        multiSelectionKeyCode={null}
        deleteKeyCode={null}
        panOnScroll
        zoomOnDoubleClick={false}
        onlyRenderVisibleElements
        onInit={open}
        attributionPosition="top-right"
        minZoom={ZOOM.min}
        maxZoom={1.5}
      >
        <Background gap={20} size={1.1} />
        <Panel position="bottom-left">
          <ZoomControls onFit={fitAll} />
        </Panel>
        {(select !== null || edge !== null) && (
          <Panel position="bottom-right">
            <BoardDetail
              lineage={lineage}
              state={state}
              trace={trace}
              onClose={clear}
              onChoose={chooseProduct}
              onField={(field) => onChange({ field, open: null })}
            />
          </Panel>
        )}
      </ReactFlow>
    </BoardVerbsContext>
  );
}
