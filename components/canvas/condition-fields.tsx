'use client';

import { useId } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { labelOfRecord } from '@/lib/model/names';
import type { AttributeRecord } from '@/lib/model/records';
import { needsValue, TEST_WORDS, testsFor } from './condition';
import { knownValues } from './known-values';
import type { Only } from './try-metric';

type Chosen = Extract<Only, { kind: 'condition' }>;
type Props = { fields: readonly AttributeRecord[]; only: Chosen; onChange: (only: Chosen) => void };
const selectDocument = (state: EditorState) => state.document;

/** A condition put together from choices; what values there are is offered where somebody has said. */
export function ConditionFields({ fields, only, onChange }: Props) {
  const list = useId();
  const document = useEditorValue(selectDocument);
  const field = fields.find(({ id }) => id === only.fieldId);
  const tests = field ? testsFor(field) : [];
  const values = knownValues(document, only.fieldId);
  const chooseField = (fieldId: string) => {
    const next = fields.find(({ id }) => id === fieldId);
    const test = next ? (testsFor(next)[0] ?? 'is') : 'is';
    onChange({ kind: 'condition', fieldId, test, value: '' });
  };
  return (
    <fieldset className="grid grid-cols-[1fr_auto] gap-2 rounded-md bg-surface-2 p-2">
      <legend className="sr-only">Where</legend>
      <Select
        label="Field"
        value={only.fieldId}
        onChange={chooseField}
        options={fields.map(({ id }) => ({ value: id, label: labelOfRecord(document, id) }))}
      />
      <Select
        label="Test"
        value={only.test}
        onChange={(test) => onChange({ ...only, test })}
        options={tests.map((value) => ({ value, label: TEST_WORDS[value] }))}
      />
      {needsValue(only.test) && (
        <>
          <Input
            aria-label="Value"
            list={list}
            value={only.value}
            onChange={(event) => onChange({ ...only, value: event.target.value })}
            placeholder={field?.role === 'number' ? '100' : (values[0] ?? 'delivered')}
            className="col-span-2"
          />
          <datalist id={list}>
            {values.map((value) => (
              <option key={value} value={value} />
            ))}
          </datalist>
        </>
      )}
    </fieldset>
  );
}
