'use client';

import { type FormEvent, useId, useState } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { newRecordId } from '@/components/editor/new-record-id';
import { NEW_NEEDS, type NewNeed } from '@/components/inspector/new-needs';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { addExpectation } from '@/lib/model/edits/add-expectation';
import { indexModel } from '@/lib/model/model-index';
import { needTargets } from './need-targets';

const GROUPS: readonly { title: string; needs: readonly NewNeed[] }[] = [
  { title: 'In time', needs: ['freshness', 'deadline', 'availability', 'history'] },
  { title: 'All of it there', needs: ['complete', 'filled', 'volume', 'reference'] },
  { title: 'Right', needs: ['not-null', 'unique', 'in-set', 'range', 'pattern', 'holds', 'reconcile'] },
  { title: 'Handed over', needs: ['delivery'] },
];
const MODEL = 'model';
const selectDocument = (state: EditorState) => state.document;

/** Every kind of need in plain words, and what it is about. Its numbers are set where it is listed afterwards. */
export function AddNeedDialog({ onClose }: { onClose: () => void }) {
  const editor = useEditor();
  const document = useEditorValue(selectDocument);
  const form = useId();
  const [need, setNeed] = useState<NewNeed>('freshness');
  const [target, setTarget] = useState<string | null>(null);
  const targets = needTargets(document, NEW_NEEDS[need].rule);
  const chosen = targets.find(({ value }) => value === target) ?? targets[0] ?? null;
  const metricIds = indexModel(document).byKind.metric.map(({ id }) => id);
  const rule = NEW_NEEDS[need].make(metricIds);
  const lacks =
    rule === null
      ? 'Draw two metrics first.'
      : chosen === null
        ? 'There is nothing drawn yet that this is about.'
        : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (rule === null || chosen === null) return;
    const id = newRecordId();
    const onId = chosen.value === MODEL ? null : chosen.value;
    editor.edit(`Need: ${NEW_NEEDS[need].words}`, (model) => addExpectation(model, { id, onId, rule }));
    editor.select([id]);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="What do you need?"
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={form} variant="primary" disabled={lacks !== null}>
            Add it
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="space-y-4">
        {GROUPS.map(({ title, needs }) => (
          <fieldset key={title}>
            <legend className="mb-1.5 font-medium text-fg-2 text-xs">{title}</legend>
            <div className="flex flex-wrap gap-1.5">
              {needs.map((one) => (
                <label
                  key={one}
                  className={cn(
                    'flex h-7 items-center rounded-md border px-2.5 text-sm has-focus-visible:outline-2 has-focus-visible:outline-accent',
                    one === need ? 'border-accent bg-accent-soft font-medium' : 'bg-surface hover:bg-surface-2',
                  )}
                >
                  <input
                    type="radio"
                    name={`${form}-need`}
                    checked={one === need}
                    onChange={() => setNeed(one)}
                    className="sr-only"
                  />
                  {NEW_NEEDS[one].words}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <Field label="Of what" error={lacks}>
          <Select
            value={chosen?.value ?? null}
            onChange={setTarget}
            options={targets}
            placeholder="nothing drawn yet"
            isDisabled={targets.length < 2}
          />
        </Field>
      </form>
    </Dialog>
  );
}
