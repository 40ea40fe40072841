import { useCallback } from 'react';
import { useUrlState } from '@/components/ui/use-url-state';

/** A way to begin that has a panel of its own; drawing on the blank canvas needs none. */
export type StartWay = 'questions' | 'template' | 'paste';
const WAYS: readonly StartWay[] = ['questions', 'template', 'paste'];

/** The way somebody begins, in the address: a link leads straight to it, and the back button out of it. */
export function useStartWay(): [StartWay | null, (way: StartWay | null) => void] {
  const { params, setParams } = useUrlState();
  const way = WAYS.find((known) => known === params.get('start')) ?? null;
  const setWay = useCallback(
    (next: StartWay | null) => setParams({ start: next }, next === null ? 'replace' : 'push'),
    [setParams],
  );
  return [way, setWay];
}
