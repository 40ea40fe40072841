'use client';

import { useId, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { describeMinutes, parseMinutes } from '@/lib/base/duration';
import { LAST_STOP, minutesAtStop, stopOfMinutes } from './freshness-scale';

/** Nothing is chosen while nothing is said, or something in between. */
type Preset = 'daily' | 'hourly' | 'minutes' | 'events' | 'other';

const PRESETS: { value: Preset; label: string }[] = [
  { value: 'daily', label: 'Daily' },
  { value: 'hourly', label: 'Hourly' },
  { value: 'minutes', label: 'Minutes' },
];
const EVENTS: { value: Preset; label: string } = { value: 'events', label: 'Every event' };
const MINUTES: Record<'daily' | 'hourly' | 'minutes', number> = { daily: 1440, hourly: 60, minutes: 5 };
const DAILY_STOP = stopOfMinutes(MINUTES.daily);

type Props = {
  id?: string;
  minutes: number | null;
  onChange: (minutes: number) => void;
  /** Looks at an age without asking for it, while the slider is dragged; null when that is over. */
  onTry?: ((minutes: number | null) => void) | undefined;
  /** Where every single event may be asked for as it happens. */
  events?: { isOn: boolean; onChoose: () => void } | undefined;
  onStart: () => void;
  onEnd: () => void;
  isDisabled: boolean;
};

/** How old the data may be: a sane choice, a slider that only looks until it is let go, and the exact value behind. */
export function FreshnessControl({ id, minutes, onChange, onTry, events, onStart, onEnd, isDisabled }: Props) {
  const note = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const parsed = typed === null ? null : parseMinutes(typed);
  const isWrong = typed !== null && typed.trim() !== '' && (parsed === null || parsed <= 0);
  const shown = dragged === null ? minutes : minutesAtStop(dragged);
  const write = (text: string) => {
    setTyped(text);
    const next = parseMinutes(text);
    if (next !== null && next > 0) onChange(next);
  };
  const drag = (stop: number) => {
    if (isDisabled) return;
    setDragged(stop);
    onTry?.(minutesAtStop(stop));
  };
  const letGo = () => {
    if (dragged === null) return;
    setDragged(null);
    onTry?.(null);
    if (minutesAtStop(dragged) !== minutes) onChange(minutesAtStop(dragged));
  };
  return (
    <div>
      <Segmented
        label="How fresh"
        value={events?.isOn ? 'events' : presetOf(shown)}
        onChange={(value) => {
          setTyped(null);
          if (isDisabled || value === 'other') return;
          if (value === 'events') events?.onChoose();
          else onChange(MINUTES[value]);
        }}
        options={events ? [...PRESETS, EVENTS] : PRESETS}
        className="w-full [&>button]:flex-1 [&>button]:justify-center [&>button]:px-1 [&>button]:text-xs"
      />
      <div className="mt-1.5 flex items-center gap-2.5">
        <input
          type="range"
          aria-label="How old it may be"
          aria-valuetext={shown === null ? 'not said yet' : `at most ${describeMinutes(shown)} old`}
          min={0}
          max={LAST_STOP}
          value={dragged ?? (minutes === null ? DAILY_STOP : stopOfMinutes(minutes))}
          disabled={isDisabled}
          onChange={(event) => drag(Number(event.target.value))}
          onPointerUp={letGo}
          onKeyUp={letGo}
          onBlur={letGo}
          className={cn('h-4 min-w-0 flex-1', shown === null ? 'accent-fg-3 opacity-50' : 'accent-accent')}
        />
        <span className="w-[68px] shrink-0">
          <Input
            id={id ?? note}
            aria-label="At most this old"
            aria-describedby={`${note}-words`}
            aria-invalid={isWrong || undefined}
            value={typed ?? (shown === null ? '' : describeMinutes(shown))}
            placeholder="–"
            readOnly={isDisabled}
            onFocus={onStart}
            onBlur={() => {
              setTyped(null);
              onEnd();
            }}
            onChange={(event) => write(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !isWrong) event.currentTarget.blur();
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
            {shown === null
              ? 'Not said yet: say how old it may be.'
              : `${events?.isOn ? 'Each event by itself, at' : 'At'} most ${describeMinutes(shown)} old when it is used.`}
          </span>
        )}
      </p>
    </div>
  );
}

function presetOf(minutes: number | null): Preset {
  if (minutes === MINUTES.daily) return 'daily';
  if (minutes === MINUTES.hourly) return 'hourly';
  return minutes === MINUTES.minutes ? 'minutes' : 'other';
}
