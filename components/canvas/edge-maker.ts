import { isSameList } from '@/components/editor/is-same-list';
import type { RecordId, RelationshipRecord } from '@/lib/model/records';
import { type CanvasEdge, measuresEdge, relationshipEdge } from './canvas-edges';
import type { MeasureEnds, StandIns } from './fold-areas';

export type EdgeScene = {
  /** Those near the part in sight. */
  relationships: readonly RelationshipRecord[];
  measures: readonly MeasureEnds[];
  standIns: StandIns;
  selected: ReadonlySet<RecordId>;
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
    for (const ends of scene.measures) {
      const { metricId, from, to } = ends;
      keep(`measures ${metricId}`, [from, to], () => measuresEdge(ends));
    }
    for (const relationship of scene.relationships) {
      const { id, from, to } = relationship;
      const isSelected = scene.selected.has(id);
      const ends = {
        source: scene.standIns.get(from.entityId) ?? from.entityId,
        target: scene.standIns.get(to.entityId) ?? to.entityId,
      };
      keep(id, [relationship, ends.source, ends.target, isSelected], () =>
        relationshipEdge(relationship, ends, isSelected),
      );
    }
    known = next;
    if (!isSameList(last, edges)) last = edges;
    return last;
  };
}
