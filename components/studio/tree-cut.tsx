'use client';

import { Split } from 'lucide-react';
import { useCallback } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { useIsSelected, useLabel } from '@/components/editor/use-record';
import { driverWords } from '@/components/inspector/driver-words';
import { cn } from '@/components/ui/cn';
import { recordOf } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';
import { midSentence } from '@/lib/model/words-for';

export const TREE_CUT = { width: 148, height: 28 };

/** What a metric is cut by to be understood, at the end of its line. */
export function TreeCut({ id, byId, at }: { id: RecordId; byId: RecordId; at: { x: number; y: number } }) {
  const editor = useEditor();
  const field = useLabel(byId);
  const isSelected = useIsSelected(id);
  const words = useEditorValue(
    useCallback(
      ({ document }: EditorState) => {
        const driver = recordOf(document, 'driver', id);
        return driver === null ? '' : driverWords(document, driver);
      },
      [id],
    ),
  );
  return (
    <button
      type="button"
      data-tree={id}
      aria-pressed={isSelected}
      aria-label={words}
      onClick={() => editor.select([id])}
      className={cn(
        'absolute flex items-center gap-1.5 rounded-full border border-line-2/70 bg-surface px-2.5 text-fg-2 text-xs hover:text-fg hover:shadow-card',
        isSelected && 'border-accent text-fg ring-3 ring-accent-soft',
      )}
      style={{ left: at.x, top: at.y, ...TREE_CUT }}
    >
      <Split className="size-3.5 shrink-0 text-fg-3" aria-hidden="true" />
      <span className="truncate">by {midSentence(field)}</span>
    </button>
  );
}
