'use client';

import { Sparkles, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { newRecordId } from '@/components/editor/new-record-id';
import { usePreview } from '@/components/push/preview-context';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { setHowFresh } from '@/lib/model/edits/set-how-fresh';
import { indexModel } from '@/lib/model/model-index';
import type { ModelDocument } from '@/lib/model/records';

/** The model the seeded story opens with; the sentence is about it and no other. */
const STORY_MODEL = 'cdp-retention';
const MINUTES_MAX = 120;
const KEY = 'headwater:tried-two-hours';
const CHANGED = 'headwater:first-visit';

const selectIsWithinTwoHours = ({ document }: EditorState) =>
  indexModel(document).byKind.expectation.some(
    ({ onId, rule }) => onId === null && rule.rule === 'freshness' && rule.maxMinutes <= MINUTES_MAX,
  );
const withinTwoHours = (document: ModelDocument) =>
  setHowFresh(document, { fresh: { is: 'age', maxMinutes: MINUTES_MAX }, newId: newRecordId });

/**
 * One sentence for somebody who is here for the first time; gone for good once it was tried or put away. Trying it
 * changes nothing: it shows what two hours would ask, and they are kept or taken back there.
 */
export function FirstVisitBanner({ productKey }: { productKey: string }) {
  const editor = useEditor();
  const { tryOut } = usePreview();
  const isShown = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(KEY) === null,
    () => false,
  );
  const isSaid = useEditorValue(selectIsWithinTwoHours);
  if (!isShown || isSaid || productKey !== STORY_MODEL) return null;
  const putAway = () => {
    localStorage.setItem(KEY, 'seen');
    window.dispatchEvent(new Event(CHANGED));
  };
  return (
    <aside
      data-over-canvas
      aria-label="A first thing to try"
      className="absolute top-3 left-1/2 z-20 flex -translate-x-1/2 items-center gap-2.5 rounded-full bg-surface py-1 pr-1 pl-3.5 text-sm whitespace-nowrap shadow-pop"
    >
      <Sparkles className="size-3.5 text-accent-text" strokeWidth={1.85} aria-hidden="true" />
      Marketing wants win-back within 2 hours.
      <Button
        size="sm"
        variant="primary"
        className="rounded-full"
        onClick={() => {
          putAway();
          editor.select([]);
          tryOut({ is: 'own', words: 'All of it is at most 2 h old', edit: withinTwoHours });
        }}
      >
        Try it
      </Button>
      <IconButton icon={X} label="Put this away" size="sm" onClick={putAway} className="-ml-1.5 rounded-full" />
    </aside>
  );
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  return () => window.removeEventListener(CHANGED, onChange);
}
