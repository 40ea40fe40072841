'use client';

import type { EdgeProps } from '@xyflow/react';
import { memo, useCallback } from 'react';
import type { CanvasEdge, MeasuresEdge } from './canvas-edges';
import type { CanvasScene } from './canvas-scene';
import { useSceneValue } from './canvas-scene-context';
import { measureLink } from './measure-link';

/** Opaque, so that lines lying on each other do not add up to a dark one. */
const FAINT = 'color-mix(in oklch, var(--edge) 42%, var(--canvas))';

/** The faint line from an entity to a metric that measures it. */
export const MeasuresEdgeView = memo(function MeasuresEdgeView({ data, source, target }: EdgeProps<MeasuresEdge>) {
  const path = useSceneValue(useCallback((scene: CanvasScene) => pathOf(scene, { source, target }), [source, target]));
  return <path d={path} fill="none" stroke={data?.isHot ? 'var(--accent)' : FAINT} strokeWidth={1.25} />;
});

function pathOf({ boxes, frames }: CanvasScene, { source, target }: Pick<CanvasEdge, 'source' | 'target'>): string {
  const boxOf = (id: string) => boxes.get(id) ?? frames.find((frame) => frame.id === id)?.box;
  const [entity, metric] = [boxOf(source), boxOf(target)];
  return entity && metric ? measureLink(entity, metric) : '';
}
