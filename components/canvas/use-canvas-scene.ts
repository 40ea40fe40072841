import { useEffect, useMemo, useState } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { indexModel } from '@/lib/model/model-index';
import { cardsOf } from './canvas-cards';
import { type CanvasEdge, measuresEdge, relationshipEdge } from './canvas-edges';
import { linesOf } from './canvas-lines';
import { createNodeMaker } from './canvas-nodes';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';
import { cardBoxes } from './card-boxes';
import { createLineRouter } from './line-router';
import { cardsOfRecord, neighbourhoodOf } from './neighbourhood';

/** Small models are read whole; only a crowd is worth fading. */
const CARDS_UNFADED_MAX = 12;
const LINES_AT_ONCE_MAX = 40;
const SETTLED_MS = 250;

const selectDocument = (state: EditorState) => state.document;
const selectCards = (state: EditorState) => cardsOf(state.document);
const selectLayout = (state: EditorState) => state.layout;
const selectSelection = (state: EditorState) => state.selection;
const selectUnfolded = (view: CanvasView) => view.unfolded;
const selectHovered = (view: CanvasView) => view.hovered;
const selectIsDragging = (view: CanvasView) => view.fieldDrag !== null;

/** What React Flow draws: nodes and edges made of ids, places and routes, each the same object until it changes. */
export function useCanvasScene(isMoving: boolean) {
  const document = useEditorValue(selectDocument);
  const cards = useEditorValue(selectCards);
  const layout = useEditorValue(selectLayout);
  const selection = useEditorValue(selectSelection);
  const unfolded = useCanvasViewValue(selectUnfolded);
  const hovered = useCanvasViewValue(selectHovered);
  const isDragging = useCanvasViewValue(selectIsDragging);
  const [makeNodes] = useState(createNodeMaker);
  const [route] = useState(createLineRouter);

  const around = useMemo(() => neighbourhoodOf(document, cards, selection), [document, cards, selection]);
  const isFading = around.size > 0 && cards.length > CARDS_UNFADED_MAX && !isDragging;
  const nodes = useMemo(
    () =>
      makeNodes(cards, layout, {
        unfolded,
        selected: new Set(selection),
        isDim: (id) => isFading && !around.has(id),
      }),
    [makeNodes, cards, layout, unfolded, selection, isFading, around],
  );

  const boxes = useMemo(() => cardBoxes(cards, layout, unfolded), [cards, layout, unfolded]);
  const lines = useMemo(() => linesOf(document, boxes, unfolded), [document, boxes, unfolded]);
  const isSettled = useIsSettled(lines, isMoving || lines.length > LINES_AT_ONCE_MAX);
  const routed = useMemo(
    () => route(lines, [...boxes.values()], isSettled ? 'all' : 'moved'),
    [route, lines, boxes, isSettled],
  );

  const edges = useMemo(() => {
    const hot = new Set([...selection, ...(hovered === null ? [] : [hovered])]);
    const hotCards = new Set(
      [...hot].flatMap((id) => (document.records[id]?.kind === 'relationship' ? [] : cardsOfRecord(document, id))),
    );
    const made: CanvasEdge[] = [];
    for (const card of cards) {
      if (card.kind !== 'metric' || card.homeId === null) continue;
      const edge = measuresEdge(card, card.homeId, boxes, hotCards.has(card.id) || hotCards.has(card.homeId));
      if (edge) made.push(edge);
    }
    for (const relationship of indexModel(document).byKind.relationship) {
      const line = routed.get(relationship.id);
      if (!line) continue;
      const isSelected = selection.includes(relationship.id);
      const isHot =
        isSelected ||
        hovered === relationship.id ||
        hotCards.has(relationship.from.entityId) ||
        hotCards.has(relationship.to.entityId);
      made.push(relationshipEdge(relationship, line, { isHot, isDim: isFading && !isHot, isSelected }));
    }
    return made;
  }, [document, cards, boxes, routed, selection, hovered, isFading]);

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
