'use client';

import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import type { MeasuresEdge } from './canvas-edges';

/** Opaque, so that lines lying on each other do not add up to a dark one. */
const FAINT = 'color-mix(in oklch, var(--edge) 42%, var(--canvas))';

/** The faint line from an entity to a metric that measures it. */
export const MeasuresEdgeView = memo(function MeasuresEdgeView({ data }: EdgeProps<MeasuresEdge>) {
  return <path d={data?.path ?? ''} fill="none" stroke={data?.isHot ? 'var(--accent)' : FAINT} strokeWidth={1.25} />;
});
