'use client';

import { Trash2 } from 'lucide-react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { planRemoval } from '@/lib/model/edits/plan-removal';
import type { RecordId } from '@/lib/model/records';
import { useCanvasVerbs } from './canvas-verbs-context';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';
import { removalWords } from './removal-words';

const selectRemoving = (view: CanvasView) => view.removing;
const selectDocument = (state: EditorState) => state.document;

/** What else goes, and what will have a problem, before it is done. It can be undone all the same. */
export function RemovalDialog() {
  const removing = useCanvasViewValue(selectRemoving);
  if (!removing) return null;
  return <Confirm ids={removing} />;
}

function Confirm({ ids }: { ids: readonly RecordId[] }) {
  const verbs = useCanvasVerbs();
  const document = useEditorValue(selectDocument);
  const words = removalWords(document, ids, planRemoval(document, { ids, productKey: null }));
  const close = () => verbs.view.patch({ removing: null });
  return (
    <Dialog
      isOpen
      onOpenChange={close}
      size="sm"
      title={`Delete ${words.what}?`}
      description="Undo brings everything back as it was."
      footer={
        <>
          <Button variant="ghost" onClick={close}>
            Keep it
          </Button>
          <Button
            data-autofocus
            variant="danger"
            icon={Trash2}
            onClick={() => {
              close();
              verbs.removeNow(ids);
            }}
          >
            Delete
          </Button>
        </>
      }
    >
      <div className="space-y-3 text-sm">
        {words.along !== null && <p>Goes along with it: {words.along}.</p>}
        {words.breaks.length > 0 && (
          <div>
            <p>These stay and will have a problem:</p>
            <ul className="mt-1 list-disc pl-4 text-fg-2">
              {words.breaks.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Dialog>
  );
}
