'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Preview } from '@/lib/api/preview';
import type { PlanChange } from '@/lib/engine/plan';

/** A change that is only looked at: nobody has been asked for it. */
export type WhatIf = {
  readonly words: string;
  readonly change: PlanChange;
  /** Looked at while something is dragged: over when it is let go, so there is nothing to take back. */
  readonly isPassing?: boolean;
};

export type PreviewState = {
  /** The newest answer; while the next one is made the last one stays. */
  readonly preview: Preview | null;
  readonly isComputing: boolean;
  readonly problem: string | null;
  readonly whatIf: WhatIf | null;
  readonly setWhatIf: (whatIf: WhatIf | null) => void;
  readonly retry: () => void;
};

const PreviewContext = createContext<PreviewState | null>(null);

export function PreviewProvider({ state, children }: { state: PreviewState; children: ReactNode }) {
  return <PreviewContext value={state}>{children}</PreviewContext>;
}

/** What sending the drawing would ask of others, live. */
export function usePreview(): PreviewState {
  const state = useContext(PreviewContext);
  if (!state) throw new Error('usePreview outside a PreviewProvider');
  return state;
}
