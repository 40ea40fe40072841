import type { ReactNode } from 'react';
import { cn } from './cn';
import { type Tone, toneText } from './tone';

type Props = {
  /** What is measured. */
  label: ReactNode;
  value?: ReactNode;
  tone: Tone;
  /** The state in words: `met`, `at risk`. */
  state: string;
  /** False where the label already is the state: it is then not read out a second time. */
  isStateSaid?: boolean;
  className?: string | undefined;
};

/** A measured promise. Quiet while all is well, tinted only when it is not. */
export function Chip({ label, value, tone, state, isStateSaid = true, className }: Props) {
  const isAlarm = tone === 'warn' || tone === 'bad';
  return (
    <span
      title={state}
      className={cn(
        'inline-flex h-5 shrink-0 items-center gap-1 rounded-sm px-1.5 text-2xs tabular-nums whitespace-nowrap',
        toneText[tone],
        isAlarm ? 'tint tint-ring font-medium' : 'ring-1 ring-line ring-inset',
        className,
      )}
    >
      <span className="size-[5px] shrink-0 rounded-full bg-current" aria-hidden="true" />
      <span className={isAlarm ? undefined : 'text-fg-3'}>{label}</span>
      {value !== undefined && <span className={isAlarm ? undefined : 'text-fg-2'}>{value}</span>}
      {isStateSaid && <span className="sr-only">{state}</span>}
    </span>
  );
}
