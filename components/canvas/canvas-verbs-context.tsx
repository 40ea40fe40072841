'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { CanvasVerbs } from './canvas-verbs';

const CanvasVerbsContext = createContext<CanvasVerbs | null>(null);

export function CanvasVerbsProvider({ verbs, children }: { verbs: CanvasVerbs; children: ReactNode }) {
  return <CanvasVerbsContext value={verbs}>{children}</CanvasVerbsContext>;
}

export function useCanvasVerbs(): CanvasVerbs {
  const verbs = useContext(CanvasVerbsContext);
  if (!verbs) throw new Error('useCanvasVerbs outside a CanvasVerbsProvider');
  return verbs;
}
