'use client';

import { Check } from 'lucide-react';
import { useEditor } from '@/components/editor/editor-context';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { setFields } from '@/lib/model/edits/set-fields';
import { describeExpectation } from '@/lib/model/expectation-words';
import { recordOf } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';

/** Marks a need nobody has confirmed, and confirms it: only then is anybody asked. */
export function ConfirmNeed({ id }: { id: RecordId }) {
  const editor = useEditor();
  const { document } = editor.get();
  const need = recordOf(document, 'expectation', id);
  if (!need) return null;
  return (
    <p className="mt-1.5 flex items-center gap-2 text-fg-2 text-xs">
      <Badge tone="warn">estimated</Badge>
      <span className="min-w-0 flex-1">Nobody is asked for it yet.</span>
      {editor.canEdit && (
        <Button
          size="sm"
          icon={Check}
          aria-label={`Confirm: ${describeExpectation(document, need, 'plain')}`}
          onClick={() =>
            editor.edit('Confirm a need', (model) =>
              setFields(model, { kind: 'expectation', id, fields: { origin: 'stated' } }),
            )
          }
        >
          Confirm
        </Button>
      )}
    </p>
  );
}
