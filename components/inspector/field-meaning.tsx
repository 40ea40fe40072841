'use client';

import { useEditor } from '@/components/editor/editor-context';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { setFields } from '@/lib/model/edits/set-fields';
import type { AttributeRecord, AttributeRole, AttributeType } from '@/lib/model/records';
import { useSetFields } from './use-set-fields';

type Meaning = 'text' | 'category' | 'identifier' | 'whole' | 'decimal' | 'moment' | 'day' | 'flag' | 'other';

const MEANINGS: Record<Exclude<Meaning, 'other'>, { label: string; type: AttributeType; role: AttributeRole }> = {
  identifier: { label: 'an identifier', type: 'string', role: 'identifier' },
  category: { label: 'a category', type: 'string', role: 'category' },
  text: { label: 'free text', type: 'string', role: 'text' },
  decimal: { label: 'a number', type: 'decimal', role: 'number' },
  whole: { label: 'a whole number', type: 'integer', role: 'number' },
  moment: { label: 'a date and time', type: 'timestamp', role: 'time' },
  day: { label: 'a day', type: 'date', role: 'time' },
  flag: { label: 'yes or no', type: 'boolean', role: 'flag' },
};

/** What a field is, in one choice: the type and what it is good for are two words only to engineers. */
export function FieldMeaning({ field }: { field: AttributeRecord }) {
  const editor = useEditor();
  const set = useSetFields();
  const meaning = meaningOf(field);
  const choose = (value: Meaning) => {
    if (value === 'other') return;
    const { type, role } = MEANINGS[value];
    // What is found upstream keeps its type; how it is used here is this model's own affair.
    set('attribute', field.id, 'Change what a field is', field.expression === null ? { type, role } : { role });
  };
  const options = Object.entries(MEANINGS).flatMap(([value, { label, type }]) =>
    field.expression === null || type === field.type ? [{ value, label }] : [],
  );
  return (
    <div className="grid grid-cols-[1fr_88px] gap-2">
      <Field label="It is">
        <Select
          value={meaning}
          onChange={(value) => choose(toMeaning(value))}
          isDisabled={!editor.canEdit}
          options={
            meaning === 'other' ? [{ value: 'other', label: OTHER[field.type] ?? field.type }, ...options] : options
          }
        />
      </Field>
      {field.role === 'number' && (
        <Field label="Unit">
          <Input
            value={field.unit ?? ''}
            placeholder="BRL, kg"
            readOnly={!editor.canEdit}
            onFocus={() => editor.begin('Change the unit')}
            onBlur={() => editor.commit()}
            onChange={(event) => {
              const unit = event.target.value === '' ? null : event.target.value;
              editor.edit('Change the unit', (document) =>
                setFields(document, { kind: 'attribute', id: field.id, fields: { unit } }),
              );
            }}
          />
        </Field>
      )}
    </div>
  );
}

const OTHER: Partial<Record<AttributeType, string>> = { time: 'a time of day', json: 'a structure' };

function toMeaning(value: string): Meaning {
  return isMeaning(value) ? value : 'other';
}

function isMeaning(name: string): name is Exclude<Meaning, 'other'> {
  return Object.hasOwn(MEANINGS, name);
}

function meaningOf({ type, role }: AttributeRecord): Meaning {
  if (role === 'identifier') return 'identifier';
  if (type === 'string') return role === 'category' ? 'category' : 'text';
  if (type === 'integer') return role === 'number' ? 'whole' : 'category';
  if (type === 'decimal') return 'decimal';
  if (type === 'timestamp') return 'moment';
  if (type === 'date') return 'day';
  return type === 'boolean' ? 'flag' : 'other';
}
