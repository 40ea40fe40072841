'use client';

import { Field } from '@/components/ui/field';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import type { ProvideOptions } from '@/lib/api/provide';
import { COLLAPSES, type Collapse } from '@/lib/model/edits/provide-attribute';
import type { AttributeType } from '@/lib/model/records';
import { ProvideKeys } from './provide-keys';
import { type Choice, doesMultiply } from './use-provision';

type Value = Extract<Choice, { kind: 'value' }>;
type Props = { choice: Value; options: ProvideOptions; onChange: (choice: Value) => void };

const WORDS = { max: 'the highest', min: 'the lowest', sum: 'the sum', count: 'how many', avg: 'the average' } as const;
const TEXT_WORDS = { max: 'the last by the alphabet', min: 'the first by the alphabet', count: 'how many' } as const;
const TIME_WORDS = { max: 'the latest', min: 'the earliest', count: 'how many' } as const;

/** By which keys a new input is read, and how several of its rows become one value. */
export function ProvideJoin({ choice, options, onChange }: Props) {
  const { input, keys, type, collapse } = choice;
  const { isNew, isGrouped } = options.entity;
  const multiplies = doesMultiply(choice, isNew);
  const labels = new Map(input.attributes.map(({ name, label }) => [name, label.toLowerCase()]));
  const grain = input.grain.map((name) => labels.get(name) ?? name).join(' and ');
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
          <ProvideKeys
            keys={keys}
            input={input}
            options={options}
            onChange={(next) => onChange({ ...choice, keys: next })}
          />
        </>
      )}
      {(multiplies || isGrouped) && (
        <Field
          label="Several rows become"
          className="mt-2"
          hint={
            multiplies
              ? `${input.label} has one row per ${grain}: joined as it is, rows would be counted several times.`
              : `${options.entity.label} is grouped.`
          }
        >
          <Select
            value={collapse}
            onChange={(next) => onChange({ ...choice, collapse: next })}
            options={waysOf(input.attributes.find(({ name }) => name === choice.name)?.type)}
          />
        </Field>
      )}
    </fieldset>
  );
}

/** Text is not added up, and of two moments one is not higher. */
function waysOf(type: AttributeType | undefined) {
  const words: Partial<Record<Collapse, string>> =
    type === 'string' ? TEXT_WORDS : type === 'timestamp' || type === 'date' ? TIME_WORDS : WORDS;
  return COLLAPSES.flatMap((value) => (words[value] === undefined ? [] : [{ value, label: words[value] }]));
}
