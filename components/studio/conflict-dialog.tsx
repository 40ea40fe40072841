'use client';

import { useState } from 'react';
import type { DraftChoice, DraftConflict } from '@/components/editor/draft-conflict';
import { useEditor } from '@/components/editor/editor-context';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Segmented } from '@/components/ui/segmented';
import { countOf } from '@/lib/base/count-of';
import { nameFew } from '@/lib/base/name-few';
import { recordAt } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { ModelRecord, RecordId } from '@/lib/model/records';
import { differingFields } from './differing-fields';

type Props = {
  conflicts: readonly DraftConflict[];
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onDecide: (choice: DraftChoice) => void;
};

const SIDES = [
  { value: 'mine', label: 'Keep mine' },
  { value: 'theirs', label: 'Take theirs' },
] as const;

/** Two people changed the same thing at the same time: both versions side by side, and nothing is lost until one is chosen. */
export function ConflictDialog({ conflicts, isOpen, onOpenChange, onDecide }: Props) {
  const [choice, setChoice] = useState<DraftChoice>(new Map());
  const sideOf = (id: RecordId) => choice.get(id) ?? 'mine';
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      size="lg"
      title={
        conflicts.length === 1
          ? 'Somebody else changed this too'
          : `Somebody else changed ${conflicts.length} of these too`
      }
      description="Yours is still on the canvas. Choose what stands; the choice can be undone."
      footer={
        <Button
          variant="primary"
          onClick={() => {
            onDecide(new Map(conflicts.map(({ id }) => [id, sideOf(id)])));
            onOpenChange(false);
          }}
        >
          Go on with this
        </Button>
      }
    >
      <ul className="space-y-4">
        {conflicts.map((conflict) => (
          <li key={conflict.id} className="rounded-lg border">
            <div className="flex items-center gap-3 border-b bg-surface-2 px-3 py-2">
              <span className="min-w-0 flex-1 truncate font-medium text-sm">{titleOf(conflict)}</span>
              <Segmented
                label={`Which ${titleOf(conflict)} stands`}
                value={sideOf(conflict.id)}
                onChange={(side) => setChoice((now) => new Map(now).set(conflict.id, side))}
                options={SIDES}
              />
            </div>
            <Sides conflict={conflict} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Sides({ conflict }: { conflict: DraftConflict }) {
  const { mine, theirs, by, along } = conflict;
  const editor = useEditor();
  const fields = differingFields(mine, theirs, (id) => {
    const { document } = editor.get();
    return recordAt(document, id) === null ? null : labelOfRecord(document, id);
  });
  return (
    <table className="w-full table-fixed text-sm">
      <thead className="text-left text-fg-3 text-xs">
        <tr>
          <th className="w-32 px-3 py-1.5 font-medium">What</th>
          <th className="px-3 py-1.5 font-medium">Mine</th>
          <th className="px-3 py-1.5 font-medium">{by ?? 'Theirs'}</th>
        </tr>
      </thead>
      <tbody className="align-top">
        {mine === null || theirs === null ? (
          <tr>
            <td className="px-3 py-1.5 text-fg-2">All of it</td>
            <td className="px-3 py-1.5">{fateOf(mine, along)}</td>
            <td className="px-3 py-1.5">{fateOf(theirs, along)}</td>
          </tr>
        ) : (
          fields.map(({ name, mine: my, theirs: their }) => (
            <tr key={name}>
              <td className="px-3 py-1.5 text-fg-2">{name}</td>
              <td className="break-words px-3 py-1.5">{my}</td>
              <td className="break-words px-3 py-1.5">{their}</td>
            </tr>
          ))
        )}
      </tbody>
    </table>
  );
}

/** What becomes of a record on one side, and of what hangs on it: its parts, and what only mentions it. */
function fateOf(record: ModelRecord | null, along: DraftConflict['along']): string {
  const parts = along.filter(({ mine, theirs }) => mine === null || theirs === null);
  const names = parts.flatMap((part) =>
    'label' in (part.mine ?? part.theirs ?? {}) ? titleOf({ ...part, base: null }) : [],
  );
  const others = parts.length - names.length;
  const told = [...names, ...(others > 0 ? [countOf(others, 'need or driver', 'needs and drivers')] : [])];
  const fate = record === null ? 'deleted' : 'kept';
  return told.length === 0 ? fate : `${fate}, with ${nameFew(told)}`;
}

function titleOf({ mine, theirs, base }: Pick<DraftConflict, 'mine' | 'theirs' | 'base'>): string {
  const record: ModelRecord | null = mine ?? theirs ?? base;
  if (!record) return 'A thing';
  if ('label' in record) return record.label ?? record.name;
  return record.kind === 'expectation' ? 'A need' : 'A driver';
}
