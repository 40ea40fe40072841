import { isSameList } from '@/components/editor/is-same-list';
import type { RecordId, RelationshipRecord } from '@/lib/model/records';
import type { CanvasCard } from './canvas-cards';
import { type CanvasEdge, measuresEdge, relationshipEdge } from './canvas-edges';

export type EdgeScene = {
  /** Those near the part in sight. */
  relationships: readonly RelationshipRecord[];
  metrics: readonly Extract<CanvasCard, { kind: 'metric' }>[];
  selected: ReadonlySet<RecordId>;
  hovered: RecordId | null;
  /** The cards that are selected or under the pointer: their lines stand out. */
  hotCards: ReadonlySet<RecordId>;
};

/**
 * Turns relationships and metrics into React Flow's edges; an edge whose looks are the same is the same object, and so
 * is the list.
 */
export function createEdgeMaker() {
  let known = new Map<string, { key: readonly unknown[]; edge: CanvasEdge }>();
  let last: CanvasEdge[] = [];

  return function edgesOf(scene: EdgeScene): CanvasEdge[] {
    const next: typeof known = new Map();
    const edges: CanvasEdge[] = [];
    const keep = (id: string, key: readonly unknown[], make: () => CanvasEdge) => {
      const before = known.get(id);
      const edge = before && isSameList(before.key, key) ? before.edge : make();
      next.set(id, { key, edge });
      edges.push(edge);
    };
    for (const { id, homeId } of scene.metrics) {
      if (homeId === null) continue;
      const isHot = scene.hotCards.has(id) || scene.hotCards.has(homeId);
      keep(`measures ${id}`, [homeId, isHot], () => measuresEdge(id, homeId, isHot));
    }
    for (const relationship of scene.relationships) {
      const { id, from, to } = relationship;
      const isSelected = scene.selected.has(id);
      const isHot =
        isSelected || scene.hovered === id || scene.hotCards.has(from.entityId) || scene.hotCards.has(to.entityId);
      keep(id, [relationship, isHot, isSelected], () => relationshipEdge(relationship, { isHot, isSelected }));
    }
    known = next;
    if (!isSameList(last, edges)) last = edges;
    return last;
  };
}
