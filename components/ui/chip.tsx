import type { ReactNode } from 'react';
import { cn } from './cn';
import { type Tone, toneText } from './tone';

type Props = {
  /** What is measured. */
  label: ReactNode;
  value?: ReactNode;
  tone: Tone;
  /** The state in words, for screen readers and the tooltip: `met`, `at risk`. */
  state: string;
  className?: string | undefined;
};

/** A measured promise. Quiet while all is well, tinted only when it is not. */
export function Chip({ label, value, tone, state, className }: Props) {
  const isAlarm = tone === 'warn' || tone === 'bad';
  return (
    <span
      title={state}
      className={cn(
        'inline-flex h-5 items-center gap-1 rounded-sm px-1.5 text-2xs whitespace-nowrap tabular-nums',
        toneText[tone],
        isAlarm ? 'tint tint-ring font-medium' : 'ring-1 ring-line ring-inset',
        className,
      )}
    >
      <span className="size-[5px] shrink-0 rounded-full bg-current" aria-hidden="true" />
      <span className={isAlarm ? undefined : 'text-fg-3'}>{label}</span>
      {value !== undefined && <span className={isAlarm ? undefined : 'text-fg-2'}>{value}</span>}
      <span className="sr-only">{state}</span>
    </span>
  );
}
