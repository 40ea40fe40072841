'use client';

import { useDeferredValue, useLayoutEffect, useRef } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { Inspector } from '@/components/inspector/inspector';
import { RecordComments } from '@/components/inspector/record-comments';
import { AsksStrip } from '@/components/push/asks-strip';
import { PanelEdge } from '@/components/ui/panel-edge';
import { useMedia } from '@/components/ui/use-media';
import { NextStep } from './next-step';
import { useStudioTab } from './studio-address';
import { usePanelWidth } from './use-panel-width';
import { useRemembered } from './use-remembered';

const OPEN = ['open', 'closed'] as const;
const selectFirst = (state: EditorState) => state.selection[0] ?? null;
const selectHasSelection = (state: EditorState) => state.selection.length > 0;

/**
 * The inspector and, under it, what the drawing asks of others: in full while the model itself is looked at and the window
 * has room for both.
 */
export function RightPanel({ productKey }: { productKey: string }) {
  const isSmall = useMedia('(width < 1180px)');
  const panel = usePanelWidth('inspector', { usual: isSmall ? 296 : 320, min: 264, max: 520 });
  return (
    <aside
      aria-label="Inspector"
      style={{ width: panel.width }}
      className="relative flex max-w-[36vw] shrink-0 flex-col border-l bg-bg"
    >
      <PanelEdge label="Width of the inspector" side="left" {...panel} />
      <h2 className="sr-only">What is selected</h2>
      <Selected productKey={productKey} />
      <Strip productKey={productKey} />
    </aside>
  );
}

/** It stays while the selection changes, and begins at its top for each: asked where it stands, it would be laid out at once. */
function Selected({ productKey }: { productKey: string }) {
  const selected = useDeferredValue(useEditorValue(selectFirst));
  const panel = useRef<HTMLDivElement>(null);
  const isScrolled = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something else is selected
  useLayoutEffect(() => {
    if (panel.current && isScrolled.current) panel.current.scrollTop = 0;
    isScrolled.current = false;
  }, [selected]);
  return (
    <div
      ref={panel}
      data-inspector
      onScroll={() => {
        isScrolled.current = true;
      }}
      className="min-h-0 flex-1 overflow-y-auto"
    >
      <Inspector productKey={productKey} />
      <RecordComments productKey={productKey} />
    </div>
  );
}

/** It hears whether anything is selected, not what: going from card to card is none of its business. */
function Strip({ productKey }: { productKey: string }) {
  const hasSelection = useDeferredValue(useEditorValue(selectHasSelection));
  const [, setTab] = useStudioTab();
  const isSmall = useMedia('(width < 1180px) or (height < 760px)');
  const [roomy, setRoomy] = useRemembered('strip', OPEN, 'open');
  const [small, setSmall] = useRemembered('strip-small', OPEN, 'closed');
  const [beside, setBeside] = useRemembered('strip-beside', OPEN, 'closed');
  const [whole, setWhole] = isSmall ? ([small, setSmall] as const) : ([roomy, setRoomy] as const);
  const [state, setState] = hasSelection ? [beside, setBeside] : [whole, setWhole];
  return (
    <AsksStrip
      productKey={productKey}
      isOpen={state === 'open'}
      onToggle={() => setState(state === 'open' ? 'closed' : 'open')}
      next={<NextStep productKey={productKey} onCanvas={() => setTab('canvas')} />}
    />
  );
}
