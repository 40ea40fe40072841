'use client';

import type { Edit } from '@/components/editor/editor';
import { newRecordId } from '@/components/editor/new-record-id';
import { Said } from '@/components/shell/said';
import { Button } from '@/components/ui/button';
import type { Repair } from '@/lib/engine/plan';
import { setExpectation } from '@/lib/model/edits/set-expectation';
import { ownEdit } from './own-edit';
import { usePreview } from './preview-context';

/** A repair and its button: it is only tried in preview, and kept from there where it is one's own to decide. */
export function RepairRow({ repair, productKey }: { repair: Repair; productKey: string }) {
  const { tryOut, isComputing } = usePreview();
  const { words, change } = repair;
  const edit = editOf(repair, productKey);
  return (
    <li className="flex items-start gap-2">
      <p className="min-w-0 flex-1 text-fg text-xs">
        <Said>{words}</Said>
      </p>
      <Button
        size="sm"
        busy={isComputing}
        onClick={() => tryOut(edit ? { is: 'own', words, edit } : { is: 'others', words, change })}
        title={edit ? 'Only looks: nothing is changed until you keep it' : 'Only looks: nobody is asked'}
      >
        Try it
      </Button>
    </li>
  );
}

function editOf({ change }: Repair, productKey: string): Edit | null {
  const own = ownEdit(change, productKey);
  if (own === null || !change.freshness) return own;
  const id = newRecordId();
  const rule = { rule: 'freshness', maxMinutes: change.freshness.maxMinutes } as const;
  return (document) => setExpectation(own(document), { id, onId: null, rule });
}
