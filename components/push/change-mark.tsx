import { ArrowDownToLine, ArrowUpFromLine, Equal, type LucideIcon, Minus, Plus } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import type { PlanChange } from './plan-lines';

export const CHANGE_WORDS: Record<PlanChange, string> = {
  added: 'new',
  tightened: 'tightened',
  relaxed: 'relaxed',
  withdrawn: 'withdrawn',
  unchanged: 'as before',
};

const MARK: Record<PlanChange, { icon: LucideIcon; tone: string }> = {
  added: { icon: Plus, tone: 'text-accent-text' },
  tightened: { icon: ArrowUpFromLine, tone: 'text-warn' },
  relaxed: { icon: ArrowDownToLine, tone: 'text-ok' },
  withdrawn: { icon: Minus, tone: 'text-fg-3' },
  unchanged: { icon: Equal, tone: 'text-fg-3' },
};

/** The sign in front of a line of the plan, as in a diff. */
export function ChangeMark({ change }: { change: PlanChange }) {
  const { icon: Icon, tone } = MARK[change];
  return (
    <span className={cn('grid size-4 shrink-0 place-items-center', tone)} title={CHANGE_WORDS[change]}>
      <Icon className="size-3.5" strokeWidth={2.1} aria-hidden="true" />
      <span className="sr-only">{CHANGE_WORDS[change]}:</span>
    </span>
  );
}
