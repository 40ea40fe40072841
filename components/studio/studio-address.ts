import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useRef } from 'react';
import type { Editor } from '@/components/editor/editor';
import { recordAt } from '@/lib/model/model-index';

export type StudioTab = 'canvas' | 'metrics' | 'needs' | 'versions' | 'code';
const TABS: readonly StudioTab[] = ['canvas', 'metrics', 'needs', 'versions', 'code'];
const QUIET_MS = 200;

/** The tab in the address: a link shows the same thing to whoever follows it. */
export function useStudioTab(): [StudioTab, (tab: StudioTab) => void] {
  const params = useSearchParams();
  const tab = TABS.find((known) => known === params.get('tab')) ?? 'canvas';
  const setTab = useCallback((next: StudioTab) => setParam('tab', next === 'canvas' ? null : next), []);
  return [tab, setTab];
}

/** The selection in the address, both ways: taken from it once, written to it when all is quiet. */
export function useSelectionInAddress(editor: Editor): void {
  const params = useSearchParams();
  const wanted = useRef(params.get('select'));
  useEffect(() => {
    const ids = (wanted.current ?? '').split(',').filter((id) => recordAt(editor.get().document, id) !== null);
    if (ids.length > 0) editor.select(ids);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = editor.get().selection;
    const unsubscribe = editor.subscribe(() => {
      const { selection } = editor.get();
      if (selection === last) return;
      last = selection;
      clearTimeout(timer);
      timer = setTimeout(() => setParam('select', selection.length === 0 ? null : selection.join(',')), QUIET_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [editor]);
}

function setParam(name: string, value: string | null) {
  const url = new URL(window.location.href);
  if (value === null) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  window.history.replaceState(null, '', url);
}
