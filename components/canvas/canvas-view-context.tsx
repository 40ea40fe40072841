'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { useStoreValue } from '@/components/editor/use-store-value';
import type { CanvasView, CanvasViewStore } from './canvas-view';

const CanvasViewContext = createContext<CanvasViewStore | null>(null);

export function CanvasViewProvider({ view, children }: { view: CanvasViewStore; children: ReactNode }) {
  return <CanvasViewContext value={view}>{children}</CanvasViewContext>;
}

export function useCanvasView(): CanvasViewStore {
  const view = useContext(CanvasViewContext);
  if (!view) throw new Error('useCanvasView outside a CanvasViewProvider');
  return view;
}

export function useCanvasViewValue<T>(select: (view: CanvasView) => T, isEqual?: (a: T, b: T) => boolean): T {
  return useStoreValue(useCanvasView(), select, isEqual);
}
