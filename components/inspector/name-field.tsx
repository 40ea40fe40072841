'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useEditor } from '@/components/editor/editor-context';
import { nameByWords } from '@/components/editor/name-by-words';
import { useLabel } from '@/components/editor/use-record';
import { cn } from '@/components/ui/cn';
import type { RecordId } from '@/lib/model/records';

const PAUSE_MS = 400;

type Props = { id: RecordId; label: string; productKey: string; className?: string };

/** The name at the head of the inspector. Typing is one step of undo; names and expressions follow at a pause. */
export function NameField({ id, label, productKey, className }: Props) {
  const editor = useEditor();
  const stands = useLabel(id);
  const [typed, setTyped] = useState<string | null>(null);
  const isGivenUp = useRef(false);

  const take = useEffectEvent(() => {
    if (typed !== null)
      editor.edit(`Rename ${stands}`, (document) => nameByWords(document, { id, words: typed, productKey }));
  });
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => take(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  // Another selection takes the field away without asking for its focus first.
  useEffect(() => () => take(), []);

  const leave = () => {
    if (!isGivenUp.current) take();
    isGivenUp.current = false;
    setTyped(null);
    editor.commit();
  };
  return (
    <input
      aria-label={label}
      value={typed ?? stands}
      readOnly={!editor.canEdit}
      onFocus={() => {
        editor.begin(`Rename ${stands}`);
      }}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') {
          isGivenUp.current = true;
          editor.cancel();
          event.currentTarget.blur();
        }
      }}
      className={cn(
        '-mx-1.5 w-[calc(100%+12px)] rounded-md bg-transparent px-1.5 font-semibold text-xl tracking-[-0.02em] outline-none hover:bg-hover focus-visible:bg-surface focus-visible:ring-3 focus-visible:ring-accent-soft',
        className,
      )}
    />
  );
}
