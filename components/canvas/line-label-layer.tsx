'use client';

import { type ReactFlowState, useStore } from '@xyflow/react';
import { createContext, type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';

const LayerContext = createContext<Element | null>(null);
const selectLayer = ({ domNode }: ReactFlowState) => domNode?.querySelector('.react-flow__edgelabel-renderer') ?? null;

/** Finds once where words on lines are drawn: React Flow's own way looks for it anew for every line at every frame. */
export function LineLabelLayer({ children }: { children: ReactNode }) {
  return <LayerContext value={useStore(selectLayer)}>{children}</LayerContext>;
}

export function OnLabelLayer({ children }: { children: ReactNode }) {
  const layer = useContext(LayerContext);
  return layer && createPortal(children, layer);
}
