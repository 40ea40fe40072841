import { indexModel } from '@/lib/model/model-index';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import type { Box } from './box';
import type { CanvasCard } from './canvas-cards';
import { type CanvasEdge, measuresEdge, relationshipEdge } from './canvas-edges';
import type { RoutedLine } from './route-line';

export type EdgeScene = {
  document: ModelDocument;
  cards: readonly CanvasCard[];
  boxes: ReadonlyMap<RecordId, Box>;
  routed: ReadonlyMap<RecordId, RoutedLine>;
  selected: ReadonlySet<RecordId>;
  hovered: RecordId | null;
  /** The cards that are selected or under the pointer: their lines stand out. */
  hotCards: ReadonlySet<RecordId>;
  isFading: boolean;
};

/** Turns relationships and metrics into React Flow's edges; an edge whose looks and way are the same is the same object. */
export function createEdgeMaker() {
  let known = new Map<string, { key: readonly unknown[]; edge: CanvasEdge }>();

  return function edgesOf(scene: EdgeScene): CanvasEdge[] {
    const next: typeof known = new Map();
    const edges: CanvasEdge[] = [];
    const keep = (id: string, key: readonly unknown[], make: () => CanvasEdge | null) => {
      const before = known.get(id);
      const edge = before && isSame(before.key, key) ? before.edge : make();
      if (!edge) return;
      next.set(id, { key, edge });
      edges.push(edge);
    };
    for (const card of scene.cards) {
      if (card.kind !== 'metric' || card.homeId === null) continue;
      const { homeId } = card;
      const isHot = scene.hotCards.has(card.id) || scene.hotCards.has(homeId);
      keep(`measures ${card.id}`, [scene.boxes.get(homeId), scene.boxes.get(card.id), homeId, isHot], () =>
        measuresEdge(card, homeId, scene.boxes, isHot),
      );
    }
    for (const relationship of indexModel(scene.document).byKind.relationship) {
      const line = scene.routed.get(relationship.id);
      if (!line) continue;
      const { id, from, to } = relationship;
      const isSelected = scene.selected.has(id);
      const isHot =
        isSelected || scene.hovered === id || scene.hotCards.has(from.entityId) || scene.hotCards.has(to.entityId);
      const isDim = scene.isFading && !isHot;
      keep(id, [relationship, line, isHot, isDim, isSelected], () =>
        relationshipEdge(relationship, line, { isHot, isDim, isSelected }),
      );
    }
    known = next;
    return edges;
  };
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.every((value, index) => Object.is(value, b[index]));
}
