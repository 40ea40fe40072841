import { cn } from './cn';
import type { Tone } from './tone';

const FILL: Record<Tone, string> = {
  neutral: 'bg-fg-3',
  accent: 'bg-accent',
  ok: 'bg-ok',
  warn: 'bg-warn',
  bad: 'bg-bad',
};

type Props = { /** 0 to 1. */ share: number; label: string; tone?: Tone; className?: string | undefined };

/** The drawn bar is ours; the native meter beneath it is what a screen reader meets. */
export function Meter({ share, label, tone = 'accent', className }: Props) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  return (
    <span className={cn('relative block h-1.5 overflow-hidden rounded-full bg-active', className)}>
      <meter aria-label={label} value={percent} min={0} max={100} className="sr-only">
        {`${percent} %`}
      </meter>
      <span
        aria-hidden="true"
        className={cn('block h-full rounded-full', FILL[tone])}
        style={{ width: `${percent}%` }}
      />
    </span>
  );
}
