'use client';

import { Panel } from '@xyflow/react';
import { EyeOff } from 'lucide-react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { indexModel } from '@/lib/model/model-index';
import { useCanvasVerbs } from './canvas-verbs-context';

/** Records that are gone may still be on the list. */
const selectCount = ({ document, layout }: EditorState) => {
  if (layout.hidden.length === 0) return 0;
  const { entity, metric } = indexModel(document).byKind;
  const away = new Set(layout.hidden);
  return [...entity, ...metric].filter(({ id }) => away.has(id)).length;
};

/** What is in the model and not drawn, so that nobody takes the picture for the whole. */
export function HiddenNote() {
  const { unhide, editor } = useCanvasVerbs();
  const count = useEditorValue(selectCount);
  if (count === 0) return null;
  return (
    <Panel position="top-left">
      <p className="flex h-8 items-center gap-1.5 rounded-lg bg-surface pr-1 pl-2.5 text-fg-2 text-xs shadow-pop">
        <EyeOff className="size-3.5 text-fg-3" strokeWidth={1.75} aria-hidden="true" />
        <span role="status">{count} hidden</span>
        {editor.canEdit && (
          <button
            type="button"
            onClick={() => unhide()}
            className="h-6 rounded-md px-1.5 font-medium text-accent-text hover:bg-hover"
          >
            Show all
          </button>
        )}
      </p>
    </Panel>
  );
}
