import type { Edge } from '@xyflow/react';
import type { RelationshipRecord } from '@/lib/model/records';
import type { MeasureEnds } from './fold-areas';

/** Edges carry no way: each reads its own from the scene, so that a card in the hand changes no list of edges. */
export type RelationshipEdge = Edge<Record<string, never>, 'relationship'>;
export type MeasuresEdge = Edge<Record<string, never>, 'measures'>;
export type CanvasEdge = RelationshipEdge | MeasuresEdge;

const NO_DATA: Record<string, never> = {};

export function relationshipEdge(
  { id, label, role, name }: RelationshipRecord,
  { source, target }: { source: string; target: string },
  isSelected: boolean,
): RelationshipEdge {
  return {
    id,
    type: 'relationship',
    source,
    sourceHandle: 'card',
    target,
    targetHandle: 'card',
    data: NO_DATA,
    selected: isSelected,
    zIndex: 1,
    ariaLabel: label ?? role ?? name.replaceAll('_', ' '),
    domAttributes: { 'aria-roledescription': 'relationship' },
  };
}

/** What a metric measures: drawn faintly, never selected, and silent for screen readers, which read the sentence. */
export function measuresEdge({ metricId, from, to }: MeasureEnds): MeasuresEdge {
  return {
    id: `measures-${metricId}`,
    type: 'measures',
    source: from,
    sourceHandle: 'card',
    target: to,
    targetHandle: 'card',
    data: NO_DATA,
    selectable: false,
    focusable: false,
    zIndex: 0,
    domAttributes: { 'aria-hidden': true },
  };
}
