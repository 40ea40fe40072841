'use client';

import { useDeferredValue } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { Inspector } from '@/components/inspector/inspector';
import { RecordComments } from '@/components/inspector/record-comments';
import { AsksStrip } from '@/components/push/asks-strip';
import { useMedia } from '@/components/ui/use-media';
import { NextStep } from './next-step';
import { useStudioTab } from './studio-address';
import { useRemembered } from './use-remembered';

const OPEN = ['open', 'closed'] as const;
const selectFirst = (state: EditorState) => state.selection[0] ?? null;

/**
 * The inspector and, under it, what the drawing asks of others: in full while the model itself is looked at and the window
 * has room for both.
 */
export function RightPanel({ productKey }: { productKey: string }) {
  const selected = useDeferredValue(useEditorValue(selectFirst));
  const [, setTab] = useStudioTab();
  const isSmall = useMedia('(width < 1180px) or (height < 760px)');
  const [roomy, setRoomy] = useRemembered('strip', OPEN, 'open');
  const [small, setSmall] = useRemembered('strip-small', OPEN, 'closed');
  const [beside, setBeside] = useRemembered('strip-beside', OPEN, 'closed');
  const [whole, setWhole] = isSmall ? ([small, setSmall] as const) : ([roomy, setRoomy] as const);
  const [state, setState] = selected === null ? [whole, setWhole] : [beside, setBeside];
  return (
    <aside aria-label="Inspector" className="flex w-[320px] shrink-0 flex-col border-l bg-bg max-[1180px]:w-[296px]">
      <h2 className="sr-only">What is selected</h2>
      <div key={selected ?? 'model'} data-inspector className="min-h-0 flex-1 overflow-y-auto">
        <Inspector productKey={productKey} />
        <RecordComments productKey={productKey} />
      </div>
      <AsksStrip
        productKey={productKey}
        isOpen={state === 'open'}
        onToggle={() => setState(state === 'open' ? 'closed' : 'open')}
        next={<NextStep productKey={productKey} onCanvas={() => setTab('canvas')} />}
      />
    </aside>
  );
}
