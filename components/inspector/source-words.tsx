'use client';

import { useState } from 'react';
import { useEditor } from '@/components/editor/editor-context';

type Props = { value: string | null; onChange: (words: string | null) => void };

/** Why somebody needs it, in their own words: it travels upstream with the ask. */
export function SourceWords({ value, onChange }: Props) {
  const editor = useEditor();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen && value === null && !editor.canEdit) return null;
  if (!isOpen)
    return (
      <button
        type="button"
        disabled={!editor.canEdit}
        onClick={() => setOpen(true)}
        className="mt-1 w-full rounded-xs text-left text-fg-2 text-xs italic hover:text-fg disabled:hover:text-fg-2"
      >
        {value === null ? 'Say why…' : `“${value}”`}
      </button>
    );
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it opens where the person pressed to write
      autoFocus
      aria-label="Why, in your words"
      value={value ?? ''}
      placeholder="Yesterday’s orders are in by breakfast"
      onFocus={() => editor.begin('Say why')}
      onBlur={() => {
        editor.commit();
        setOpen(false);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      className="mt-1 w-full rounded-xs bg-surface px-1 text-xs outline-none ring-1 ring-line-2 focus:ring-accent"
    />
  );
}
