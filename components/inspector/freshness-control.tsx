'use client';

import { useId, useState } from 'react';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { describeMinutes, parseMinutes } from '@/lib/base/duration';

/** Nothing is chosen while nothing is said. */
type Preset = 'daily' | 'hourly' | 'minutes' | 'exact' | 'unsaid';

const PRESETS: { value: Preset; label: string }[] = [
  { value: 'daily', label: 'Daily' },
  { value: 'hourly', label: 'Hourly' },
  { value: 'minutes', label: 'Minutes' },
  { value: 'exact', label: 'Exact' },
];
const MINUTES: Record<'daily' | 'hourly' | 'minutes', number> = { daily: 1440, hourly: 60, minutes: 5 };

type Props = {
  id?: string;
  minutes: number | null;
  onChange: (minutes: number) => void;
  onStart: () => void;
  onEnd: () => void;
  isDisabled: boolean;
};

/** How old the data may be: daily, hourly, every few minutes, or exactly so long. */
export function FreshnessControl({ id, minutes, onChange, onStart, onEnd, isDisabled }: Props) {
  const note = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const parsed = typed === null ? null : parseMinutes(typed);
  const isWrong = typed !== null && typed.trim() !== '' && (parsed === null || parsed <= 0);
  const preset = presetOf(minutes);
  const write = (text: string) => {
    setTyped(text);
    const next = parseMinutes(text);
    if (next !== null && next > 0) onChange(next);
  };
  return (
    <div>
      <div className="flex items-center gap-2">
        <Segmented
          label="How fresh"
          value={preset}
          onChange={(value) => {
            setTyped(null);
            if (isDisabled) return;
            if (value === 'exact' || value === 'unsaid') document.getElementById(id ?? note)?.focus();
            else onChange(MINUTES[value]);
          }}
          options={PRESETS}
          className="min-w-0 flex-1 [&>button]:flex-1 [&>button]:px-1 [&>button]:text-xs"
        />
        <span className="w-[68px] shrink-0">
          <Input
            id={id ?? note}
            aria-label="At most this old"
            aria-describedby={`${note}-words`}
            aria-invalid={isWrong || undefined}
            value={typed ?? (minutes === null ? '' : describeMinutes(minutes))}
            placeholder="2 h"
            readOnly={isDisabled}
            onFocus={onStart}
            onBlur={() => {
              setTyped(null);
              onEnd();
            }}
            onChange={(event) => write(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur();
            }}
            className="text-right tabular-nums"
          />
        </span>
      </div>
      <p id={`${note}-words`} className="mt-1 text-xs">
        {isWrong ? (
          <span className="text-bad">Write it like 2 h, 90 min or 1 day.</span>
        ) : (
          <span className="text-fg-3">
            {minutes === null
              ? 'Not said yet: say how old it may be.'
              : `At most ${describeMinutes(minutes)} old when it is used.`}
          </span>
        )}
      </p>
    </div>
  );
}

function presetOf(minutes: number | null): Preset {
  if (minutes === null) return 'unsaid';
  if (minutes === MINUTES.daily) return 'daily';
  if (minutes === MINUTES.hourly) return 'hourly';
  return minutes === MINUTES.minutes ? 'minutes' : 'exact';
}
