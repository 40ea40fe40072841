import { useEffect, useMemo, useRef, useState } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { recordAt } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';
import type { Box } from './box';
import type { CanvasCard } from './canvas-cards';
import { createNodeMaker } from './canvas-nodes';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';
import { cardBoxes } from './card-boxes';
import { drawnCards } from './drawn-cards';
import { createEdgeMaker } from './edge-maker';
import { anchoredLines, linesBetween } from './line-ends-of';
import { createLineRouter } from './line-router';
import { cardsOfRecord, neighbourhoodOf } from './neighbourhood';

/** Small models are read whole; only a crowd is worth fading. */
const CARDS_UNFADED_MAX = 12;
const LINES_AT_ONCE_MAX = 40;
const SETTLED_MS = 250;

const selectDocument = (state: EditorState) => state.document;
const selectLayout = (state: EditorState) => state.layout;
const selectSelection = (state: EditorState) => state.selection;
const selectUnfolded = (view: CanvasView) => view.unfolded;
const selectHovered = (view: CanvasView) => view.hovered;
const selectDetail = (view: CanvasView) => view.detail;
const selectIsDragging = (view: CanvasView) => view.fieldDrag !== null;

/** What React Flow draws: nodes and edges made of ids, places and routes, each the same object until it changes. */
export function useCanvasScene(isMoving: boolean) {
  const document = useEditorValue(selectDocument);
  const layout = useEditorValue(selectLayout);
  const selection = useEditorValue(selectSelection);
  const unfolded = useCanvasViewValue(selectUnfolded);
  const hovered = useCanvasViewValue(selectHovered);
  const isDragging = useCanvasViewValue(selectIsDragging);
  const detail = useCanvasViewValue(selectDetail);
  const [makeNodes] = useState(createNodeMaker);
  const [makeEdges] = useState(createEdgeMaker);
  const [route] = useState(createLineRouter);
  const lastBoxes = useRef<ReadonlyMap<RecordId, Box>>(new Map());

  const lastCards = useRef<readonly CanvasCard[]>([]);
  const { hidden } = layout;
  const cards = useMemo(() => {
    lastCards.current = drawnCards(document, { hidden, detail }, lastCards.current);
    return lastCards.current;
  }, [document, hidden, detail]);

  const selected = useMemo(() => new Set(selection), [selection]);
  const around = useMemo(() => neighbourhoodOf(document, cards, selection), [document, cards, selection]);
  const isFading = around.size > 0 && cards.length > CARDS_UNFADED_MAX && !isDragging;
  const nodes = useMemo(
    () => makeNodes(cards, layout, { unfolded, selected, isDim: (id) => isFading && !around.has(id) }),
    [makeNodes, cards, layout, unfolded, selected, isFading, around],
  );

  const boxes = useMemo(() => {
    lastBoxes.current = cardBoxes(cards, layout, unfolded, lastBoxes.current);
    return lastBoxes.current;
  }, [cards, layout, unfolded]);
  const anchored = useMemo(() => anchoredLines(document, cards, unfolded), [document, cards, unfolded]);
  const lines = useMemo(() => linesBetween(anchored, boxes), [anchored, boxes]);
  const isSettled = useIsSettled(lines, isMoving || lines.length > LINES_AT_ONCE_MAX);
  const routed = useMemo(
    () => route(lines, [...boxes.values()], isSettled ? 'all' : 'moved'),
    [route, lines, boxes, isSettled],
  );

  const hotCards = useMemo(() => {
    const hot = [...selection, ...(hovered === null ? [] : [hovered])];
    return new Set(
      hot.flatMap((id) => (recordAt(document, id)?.kind === 'relationship' ? [] : cardsOfRecord(document, id))),
    );
  }, [document, selection, hovered]);
  const edges = useMemo(
    () => makeEdges({ document, cards, boxes, routed, selected, hovered, hotCards, isFading }),
    [makeEdges, document, cards, boxes, routed, selected, hovered, hotCards, isFading],
  );
  return { nodes, edges, boxes };
}

/** False while things move, or for a moment after they did on a large canvas: a full pass waits until all is quiet. */
function useIsSettled(scene: unknown, isBusy: boolean): boolean {
  const [settled, setSettled] = useState<unknown>(scene);
  useEffect(() => {
    if (!isBusy) return;
    const timer = setTimeout(() => setSettled(scene), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [scene, isBusy]);
  return !isBusy || settled === scene;
}
