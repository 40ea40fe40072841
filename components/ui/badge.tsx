import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { type Tone, toneText } from './tone';

type Props = { tone?: Tone; icon?: LucideIcon; className?: string | undefined; children: ReactNode };

/** A word about a thing: draft, hard, new. */
export function Badge({ tone = 'neutral', icon: Icon, className, children }: Props) {
  return (
    <span
      className={cn(
        'tint-ring inline-flex h-[18px] shrink-0 items-center gap-1 rounded-xs px-1.5 font-medium text-2xs whitespace-nowrap',
        toneText[tone],
        tone !== 'neutral' && 'tint',
        className,
      )}
    >
      {Icon && <Icon className="size-3" strokeWidth={2} aria-hidden="true" />}
      {children}
    </span>
  );
}
