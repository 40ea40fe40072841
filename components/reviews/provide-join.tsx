'use client';

import { Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import type { ProvideOptions } from '@/lib/api/provide';
import { COLLAPSES } from '@/lib/model/edits/provide-attribute';
import { type Choice, doesMultiply } from './use-provision';

type Value = Extract<Choice, { kind: 'value' }>;
type Props = { choice: Value; options: ProvideOptions; onChange: (choice: Value) => void };

const WORDS = { max: 'the highest', min: 'the lowest', sum: 'the sum', count: 'how many', avg: 'the average' } as const;

/** By which keys a new input is read, and how several of its rows become one value. */
export function ProvideJoin({ choice, options, onChange }: Props) {
  const { input, keys, type, collapse } = choice;
  const { isNew, isGrouped, attributes } = options.entity;
  const multiplies = doesMultiply(choice, isNew);
  const setKey = (at: number, key: Value['keys'][number]) =>
    onChange({ ...choice, keys: keys.map((one, index) => (index === at ? key : one)) });
  if (isNew || (input.isRead && !isGrouped)) return null;
  return (
    <fieldset className="rounded-md border bg-surface p-3">
      <legend className="px-1 font-medium text-fg-2 text-xs">How {input.label} is read</legend>
      {!input.isRead && (
        <>
          <Segmented
            label="Which rows stay"
            value={type}
            onChange={(next) => onChange({ ...choice, type: next })}
            options={[
              { value: 'left', label: 'Keep every row' },
              { value: 'inner', label: 'Only rows that match' },
            ]}
          />
          <ul className="mt-2 space-y-1.5">
            {keys.map((key, at) => (
              <li key={`${key.own} ${key.other}`} className="flex items-center gap-2">
                <Select
                  label={`Key ${at + 1} of ${options.entity.label}`}
                  value={key.own}
                  onChange={(own) => setKey(at, { ...key, own })}
                  options={attributes.flatMap(({ name, label, expression }) =>
                    expression === null ? [] : [{ value: name, label }],
                  )}
                  className="min-w-0 flex-1"
                />
                <span aria-hidden="true" className="text-fg-3">
                  =
                </span>
                <Select
                  label={`Key ${at + 1} of ${input.label}`}
                  value={key.other}
                  onChange={(other) => setKey(at, { ...key, other })}
                  options={input.attributes.map(({ name, label }) => ({ value: name, label }))}
                  className="min-w-0 flex-1"
                />
                <IconButton
                  icon={X}
                  label={`Remove key ${at + 1}`}
                  size="sm"
                  onClick={() => onChange({ ...choice, keys: keys.filter((_, index) => index !== at) })}
                />
              </li>
            ))}
          </ul>
          <Button
            icon={Plus}
            size="sm"
            variant="ghost"
            className="mt-1.5"
            disabled={keys.some(({ own, other }) => own === '' && other === '')}
            onClick={() => onChange({ ...choice, keys: [...keys, { own: '', other: '' }] })}
          >
            Add a key
          </Button>
        </>
      )}
      {(multiplies || isGrouped) && (
        <Field
          label="Several rows become"
          className="mt-2"
          hint={
            multiplies
              ? `One row of ${input.label} is told by ${input.grain.join(', ')}. Joined as it is, rows would be counted several times.`
              : `${options.entity.label} is grouped.`
          }
        >
          <Select
            value={collapse}
            onChange={(next) => onChange({ ...choice, collapse: next })}
            options={COLLAPSES.map((value) => ({ value, label: WORDS[value] }))}
          />
        </Field>
      )}
    </fieldset>
  );
}
