'use client';

import { describeValue } from '@/components/catalog/describe-value';
import { Said } from '@/components/shell/said';
import type { AskPageLine } from '@/lib/api/asks';
import type { RequirementValue } from '@/lib/engine/plan';
import { CounterConsequence } from './counter-consequence';
import { CounterValueField } from './counter-value-field';
import { DayField } from './told-fields';

type Props = {
  askKey: string;
  lines: readonly AskPageLine[];
  value: RequirementValue;
  date: string;
  error: string | null;
  onValue: (value: RequirementValue) => void;
  onDate: (date: string) => void;
};

/** What is asked, what is offered in its unit, from when, and under it what that would do. */
export function CounterFields({ askKey, lines, value, date, error, onValue, onDate }: Props) {
  const [first] = lines;
  if (!first?.counterIn) return null;
  return (
    <>
      <ul className="space-y-0.5 text-sm">
        {lines.map((line) => (
          <li key={line.id}>
            <Said>{line.words}</Said>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-start gap-3">
        <CounterValueField
          shape={first.counterIn}
          asked={first.value}
          offeredNow={describeValue(first.kind, first.supply, first.rule)}
          error={error}
          onChange={onValue}
        />
        <DayField label="From (if later)" value={date} error={null} onChange={onDate} />
      </div>
      <CounterConsequence askKey={askKey} lines={lines} value={value} date={date} />
    </>
  );
}
