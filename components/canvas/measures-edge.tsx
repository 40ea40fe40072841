'use client';

import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import type { MeasuresEdge } from './canvas-edges';

/** The faint line from an entity to a metric that measures it. */
export const MeasuresEdgeView = memo(function MeasuresEdgeView({ data }: EdgeProps<MeasuresEdge>) {
  return <path d={data?.path ?? ''} className="react-flow__edge-path measures" fill="none" />;
});
