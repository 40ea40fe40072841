'use client';

import { Plus } from 'lucide-react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import type { RecordId } from '@/lib/model/records';
import { useCanvasVerbs } from './canvas-verbs-context';

const selectIsAlone = ({ selection }: EditorState) => selection.length < 2;

/** Below a card that is selected alone. */
export function AddFieldButton({ entityId }: { entityId: RecordId }) {
  const { addField } = useCanvasVerbs();
  const isAlone = useEditorValue(selectIsAlone);
  if (!isAlone) return null;
  return (
    <button
      type="button"
      onClick={() => addField(entityId)}
      className="flex h-6 items-center gap-1 rounded-full bg-surface px-2.5 text-fg-2 text-xs shadow-pop hover:text-fg"
    >
      <Plus className="size-3" strokeWidth={2} aria-hidden="true" />
      Field
    </button>
  );
}
