'use client';

import { Tag } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useEditor } from '@/components/editor/editor-context';
import { newRecordId } from '@/components/editor/new-record-id';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { nameCondition } from '@/lib/model/edits/name-condition';
import type { RecordId } from '@/lib/model/records';

/** Gives a condition a name, so that other numbers can be "only delivered" too. */
export function NameConditionForm({ measureId }: { measureId: RecordId }) {
  const editor = useEditor();
  const [label, setLabel] = useState<string | null>(null);
  if (label === null)
    return (
      <Button variant="ghost" size="sm" icon={Tag} onClick={() => setLabel('')}>
        Name these rows, to use them again
      </Button>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = label.trim();
    if (words === '') return;
    const id = newRecordId();
    editor.edit(`Name ${words}`, (document) => nameCondition(document, { id, measureId, label: words }));
    setLabel(null);
  };
  return (
    <form onSubmit={submit} className="flex gap-1.5">
      <Input
        autoFocus
        aria-label="What these rows are called"
        value={label}
        placeholder="Delivered"
        onChange={(event) => setLabel(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setLabel(null);
        }}
      />
      <Button type="submit">Name</Button>
    </form>
  );
}
