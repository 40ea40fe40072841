import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { IconButton } from './icon-button';
import { type Tone, toneText } from './tone';

type Props = {
  tone?: Tone;
  icon?: LucideIcon;
  actions?: ReactNode;
  onDismiss?: (() => void) | undefined;
  className?: string | undefined;
  children: ReactNode;
};

const ICON: Record<Tone, LucideIcon> = {
  neutral: Info,
  accent: Info,
  ok: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
};

/** A sentence that concerns the whole page or panel. Only a bad one interrupts a screen reader. */
export function Banner({ tone = 'neutral', icon, actions, onDismiss, className, children }: Props) {
  const Icon = icon ?? ICON[tone];
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={cn(
        'flex items-center gap-2.5 rounded-md px-3 py-2 text-sm',
        toneText[tone],
        tone === 'neutral' ? 'bg-hover' : 'tint',
        className,
      )}
    >
      <Icon className="size-[15px] shrink-0 self-start translate-y-[1.5px]" strokeWidth={1.85} aria-hidden="true" />
      <div className="min-w-0 flex-1 text-fg">{children}</div>
      {actions && <div className="flex shrink-0 items-center gap-1.5">{actions}</div>}
      {onDismiss && <IconButton icon={X} label="Dismiss" size="sm" onClick={onDismiss} />}
    </div>
  );
}
