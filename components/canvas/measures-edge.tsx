'use client';

import type { EdgeProps } from '@xyflow/react';
import { memo, useCallback } from 'react';
import type { CanvasEdge, MeasuresEdge } from './canvas-edges';
import { type CanvasMarks, lineMarks } from './canvas-marks';
import type { CanvasScene } from './canvas-scene';
import { useSceneValue } from './canvas-scene-context';
import { measureLink } from './measure-link';
import { useMarks } from './use-marks';

/** Opaque, so that lines lying on each other do not add up to a dark one. */
const FAINT = 'color-mix(in oklch, var(--edge) 42%, var(--canvas))';

type Props = Pick<EdgeProps<MeasuresEdge>, 'id' | 'source' | 'target'>;

/** The faint line from an entity to a metric that measures it. */
export const MeasuresEdgeView = memo(function MeasuresEdgeView({ id, source, target }: Props) {
  const marked = useMarks(
    useCallback((marks: CanvasMarks) => lineMarks(marks, { id, source, target }), [id, source, target]),
  );
  const path = useSceneValue(useCallback((scene: CanvasScene) => pathOf(scene, { source, target }), [source, target]));
  return <path ref={marked} d={path} fill="none" stroke={FAINT} strokeWidth={1.25} />;
}, isSameLine);

function isSameLine(a: Props, b: Props): boolean {
  return a.id === b.id && a.source === b.source && a.target === b.target;
}

function pathOf({ boxes, frames }: CanvasScene, { source, target }: Pick<CanvasEdge, 'source' | 'target'>): string {
  const boxOf = (id: string) => boxes.get(id) ?? frames.find((frame) => frame.id === id)?.box;
  const [entity, metric] = [boxOf(source), boxOf(target)];
  return entity && metric ? measureLink(entity, metric) : '';
}
