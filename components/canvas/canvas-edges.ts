import type { Edge } from '@xyflow/react';
import type { RecordId, RelationshipRecord } from '@/lib/model/records';
import type { Box } from './box';
import type { CanvasCard } from './canvas-cards';
import { measureLink } from './measure-link';
import type { RoutedLine } from './route-line';

export type RelationshipEdge = Edge<{ line: RoutedLine }, 'relationship'>;
export type MeasuresEdge = Edge<{ path: string; isHot: boolean }, 'measures'>;
export type CanvasEdge = RelationshipEdge | MeasuresEdge;

export function relationshipEdge(
  { id, from, to, label, role, name }: RelationshipRecord,
  line: RoutedLine,
  { isHot, isDim, isSelected }: { isHot: boolean; isDim: boolean; isSelected: boolean },
): RelationshipEdge {
  return {
    id,
    type: 'relationship',
    source: from.entityId,
    sourceHandle: 'card',
    target: to.entityId,
    targetHandle: 'card',
    data: { line },
    selected: isSelected,
    className: isHot ? 'hot' : isDim ? 'dim' : '',
    zIndex: isHot || isSelected ? 3 : 1,
    ariaLabel: label ?? role ?? name.replaceAll('_', ' '),
    domAttributes: { 'aria-roledescription': 'relationship' },
  };
}

/** What a metric measures: drawn faintly, never selected, and silent for screen readers, which read the sentence. */
export function measuresEdge(
  card: Extract<CanvasCard, { kind: 'metric' }>,
  homeId: RecordId,
  boxes: ReadonlyMap<RecordId, Box>,
  isHot: boolean,
): MeasuresEdge | null {
  const entity = boxes.get(homeId);
  const metric = boxes.get(card.id);
  if (!entity || !metric) return null;
  return {
    id: `measures-${card.id}`,
    type: 'measures',
    source: homeId,
    sourceHandle: 'card',
    target: card.id,
    targetHandle: 'card',
    data: { path: measureLink(entity, metric), isHot },
    selectable: false,
    focusable: false,
    zIndex: 0,
    domAttributes: { 'aria-hidden': true },
  };
}
