'use client';

import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { RequirementValue } from '@/lib/engine/plan';
import { type CounterShape, valuesOf } from '@/lib/reviews/counter-value';
import { readOffer } from './read-offer';

type Props = {
  shape: CounterShape;
  asked: RequirementValue;
  /** What is promised today, in words. */
  offeredNow: string | null;
  error: string | null;
  onChange: (value: RequirementValue) => void;
};

const LOOK: Readonly<Record<Exclude<CounterShape, 'subset'>, { placeholder: string; wrong: string; end?: string }>> = {
  minutes: { placeholder: '24 h', wrong: 'Write it like 24 h, 90 min or 2 days.' },
  share: { placeholder: '99', wrong: 'Write a share between 0 and 100, like 99.5.', end: '%' },
  days: { placeholder: '365', wrong: 'Write a number of days.', end: 'days' },
  clock: { placeholder: '06:30', wrong: 'Write a time of day like 06:30.' },
};

/** What can be offered instead, in the unit of what is asked. */
export function CounterValueField({ shape, asked, offeredNow, error, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const [kept, setKept] = useState<readonly string[]>(valuesOf(asked) ?? []);
  if (shape === 'subset') {
    const toggle = (value: string, isOn: boolean) => {
      const after = isOn ? [...kept, value] : kept.filter((one) => one !== value);
      setKept(after);
      onChange(after.length === 0 ? null : { values: after });
    };
    return (
      <fieldset className="flex-1">
        <legend className="font-medium text-fg-2 text-xs">Offer these values</legend>
        <div className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
          {(valuesOf(asked) ?? []).map((value) => (
            <Checkbox
              key={value}
              label={value}
              checked={kept.includes(value)}
              onChange={(isOn) => toggle(value, isOn)}
            />
          ))}
        </div>
        {error && (
          <p role="alert" className="mt-1 text-bad text-xs">
            {error}
          </p>
        )}
      </fieldset>
    );
  }
  const { placeholder, wrong, end } = LOOK[shape];
  const isWrong = typed.trim() !== '' && readOffer(shape, typed) === null;
  return (
    <Field
      label="Offer instead"
      error={isWrong ? wrong : error}
      hint={offeredNow ? `Promised today: ${offeredNow}.` : undefined}
      className="w-56"
    >
      <Input
        value={typed}
        placeholder={placeholder}
        end={end}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(readOffer(shape, event.target.value));
        }}
        className="tabular-nums"
      />
    </Field>
  );
}
