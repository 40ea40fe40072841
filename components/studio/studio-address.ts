import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Box } from '@/components/canvas/box';
import type { CanvasViewStore } from '@/components/canvas/canvas-view';
import { DETAILS } from '@/components/canvas/detail';
import type { Editor } from '@/components/editor/editor';
import { useUrlState } from '@/components/ui/use-url-state';
import { recordAt } from '@/lib/model/model-index';

export type StudioTab = 'canvas' | 'metrics' | 'needs' | 'versions' | 'code';
const TABS: readonly StudioTab[] = ['canvas', 'metrics', 'needs', 'versions', 'code'];
const QUIET_MS = 200;

/** The tab in the address: a link shows the same thing to whoever follows it, and the back button opens the last one. */
export function useStudioTab(): [StudioTab, (tab: StudioTab) => void] {
  const { params, setParams } = useUrlState();
  const tab = TABS.find((known) => known === params.get('tab')) ?? 'canvas';
  const setTab = useCallback(
    (next: StudioTab) => {
      if (next !== tab) setParams({ tab: next === 'canvas' ? null : next }, 'push');
    },
    [tab, setParams],
  );
  return [tab, setTab];
}

/** The part of the canvas in sight, both ways: whoever follows the link sees the same part on a board of any size. */
export function useSightInAddress(): [Box | null, (sight: Box) => void] {
  const params = useSearchParams();
  const [sight] = useState(() => readBox(params.get('at')));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const setSight = useCallback(({ x, y, width, height }: Box) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setParam('at', [x, y, width, height].join(',')), QUIET_MS);
  }, []);
  return [sight, setSight];
}

function readBox(text: string | null): Box | null {
  const [x, y, width, height, ...rest] = (text ?? '').split(',').map(Number);
  if (x === undefined || y === undefined || width === undefined || height === undefined || rest.length > 0) return null;
  const isBox = [x, y, width, height].every((part) => Number.isFinite(part)) && width > 0 && height > 0;
  return isBox ? { x, y, width, height } : null;
}

/** How much of each card is drawn, in the address, both ways. */
export function useDetailInAddress(view: CanvasViewStore): void {
  const params = useSearchParams();
  const wanted = useRef(params.get('detail'));
  useEffect(() => {
    const found = DETAILS.find(({ value }) => value === wanted.current);
    if (found) view.patch({ detail: found.value });
    let last = view.get().detail;
    return view.subscribe(() => {
      const { detail } = view.get();
      if (detail === last) return;
      last = detail;
      setParam('detail', detail === 'auto' ? null : detail);
    });
  }, [view]);
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

/** Where one looks and what is selected change all the time and nothing on the page reads them back: the router is not told. */
function setParam(name: string, value: string | null) {
  window.history.replaceState(window.history.state, '', addressWith(name, value));
}

function addressWith(name: string, value: string | null): URL {
  const url = new URL(window.location.href);
  if (value === null) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  return url;
}
