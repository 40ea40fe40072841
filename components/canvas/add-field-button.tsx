'use client';

import { Plus } from 'lucide-react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import type { RecordId } from '@/lib/model/records';
import { useCanvasVerbs } from './canvas-verbs-context';

const selectIsAlone = ({ selection }: EditorState) => selection.length < 2;

/** Hangs below a card that is selected alone, outside its box, so that selecting never changes a height. */
export function AddFieldButton({ entityId }: { entityId: RecordId }) {
  const { editor, addField } = useCanvasVerbs();
  const isAlone = useEditorValue(selectIsAlone);
  if (!editor.canEdit || !isAlone) return null;
  return (
    <button
      type="button"
      onClick={() => addField(entityId)}
      className="nodrag -translate-x-1/2 absolute top-full left-1/2 mt-1.5 flex h-6 items-center gap-1 rounded-full bg-surface px-2.5 text-fg-2 text-xs shadow-pop hover:text-fg"
    >
      <Plus className="size-3" strokeWidth={2} aria-hidden="true" />
      Field
    </button>
  );
}
