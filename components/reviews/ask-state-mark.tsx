import {
  Circle,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleHelp,
  CirclePause,
  CircleSlash,
  CircleX,
} from 'lucide-react';
import { cn } from '@/components/ui/cn';
import type { AskState } from '@/lib/reviews/ask-state';

export const askStateWords: Record<AskState, string> = {
  open: 'Waits for a decision',
  answering: 'Waits for an answer',
  deferred: 'Put off',
  partly: 'Decided in part',
  accepted: 'Accepted',
  declined: 'Declined',
  covered: 'Covered',
  withdrawn: 'No longer needed',
};

const LOOK = {
  open: { icon: CircleDot, tone: 'text-warn' },
  answering: { icon: CircleHelp, tone: 'text-warn' },
  deferred: { icon: CirclePause, tone: 'text-fg-3' },
  partly: { icon: CircleDashed, tone: 'text-warn' },
  accepted: { icon: CircleCheck, tone: 'text-ok' },
  declined: { icon: CircleX, tone: 'text-bad' },
  covered: { icon: Circle, tone: 'text-fg-3' },
  withdrawn: { icon: CircleSlash, tone: 'text-fg-3' },
} as const;

/** A shape per state, not only a colour. */
export function AskStateMark({ state, className }: { state: AskState; className?: string }) {
  const { icon: Icon, tone } = LOOK[state];
  return (
    <Icon
      role="img"
      aria-label={askStateWords[state]}
      className={cn('size-3.5 shrink-0', tone, className)}
      strokeWidth={2}
    />
  );
}
