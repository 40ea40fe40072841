'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Edit } from '@/components/editor/editor';
import type { Preview } from '@/lib/api/preview';
import type { PlanChange } from '@/lib/engine/plan';

/**
 * A change that is only looked at: nothing is saved and nobody is asked. What others would have to do is a change of the
 * workspace; what is one's own to decide is an edit, which follows the drawing and can be kept.
 */
export type WhatIf = { readonly words: string } & (
  | { readonly is: 'others'; readonly change: PlanChange }
  | { readonly is: 'own'; readonly edit: Edit }
);

export type PreviewState = {
  /** The newest answer; while the next one is made the last one stays. */
  readonly preview: Preview | null;
  readonly isComputing: boolean;
  /** The next answer is long in coming: what the last one says is not of what is drawn now, and must not look as if it were. */
  readonly isLate: boolean;
  readonly problem: string | null;
  /** What is tried, in the order it was; it holds until it is taken back or kept. */
  readonly tries: readonly WhatIf[];
  /** The answer without what is tried, to tell the difference; null while nothing is, or while it is made. */
  readonly untried: Preview | null;
  readonly tryOut: (whatIf: WhatIf) => void;
  readonly takeBack: (whatIf: WhatIf) => void;
  /** What is looked at while something is dragged, on top of what is tried; null when that is over. */
  readonly lookAt: (edit: Edit | null) => void;
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
