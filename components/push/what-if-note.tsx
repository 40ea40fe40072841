'use client';

import { FlaskConical, Undo2 } from 'lucide-react';
import { useOrigins } from '@/components/canvas/origins-context';
import { Button } from '@/components/ui/button';
import { describeMinutes } from '@/lib/base/duration';
import type { Schedule } from '@/lib/engine/plan';
import { usePreview, type WhatIf } from './preview-context';

/** Says that what is on screen rests on a change nobody has agreed to, and takes it back. */
export function WhatIfNote() {
  const { whatIf, setWhatIf } = usePreview();
  const origins = useOrigins();
  if (!whatIf || whatIf.isPassing) return null;
  const nameOf = (key: string) => origins.get(key)?.name ?? key;
  return (
    <div role="status" className="tint mb-2.5 flex items-start gap-2 rounded-md px-3 py-2 text-accent-text">
      <FlaskConical className="mt-[2px] size-3.5 shrink-0" strokeWidth={1.85} aria-hidden="true" />
      <p className="min-w-0 flex-1 text-fg text-xs">
        <strong className="font-semibold">In preview:</strong> {whatIfWords(whatIf, nameOf)}. Nobody has been asked for
        it.
      </p>
      <Button size="sm" icon={Undo2} onClick={() => setWhatIf(null)}>
        Undo
      </Button>
    </div>
  );
}

/** Schedules in short, because their repair says more than that; anything else in the words of its repair. */
function whatIfWords({ change: { schedules, ...others }, words }: WhatIf, nameOf: (key: string) => string): string {
  const [first, ...rest] = schedules;
  if (!first || Object.keys(others).length > 0) return words.replace(/\.$/, '');
  const isOne = rest.every(
    (schedule) => schedule.everyMinutes === first.everyMinutes && schedule.takesMinutes === first.takesMinutes,
  );
  if (!isOne) return schedules.map((schedule) => `${nameOf(schedule.product)} ${runs(schedule, 'runs')}`).join('; ');
  const names = schedules.map((schedule) => nameOf(schedule.product));
  return `${listed(names)} ${runs(first, schedules.length === 1 ? 'runs' : schedules.length === 2 ? 'both run' : 'all run')}`;
}

function runs({ everyMinutes, takesMinutes }: Schedule, verb: string): string {
  return `${verb} every ${describeMinutes(everyMinutes)}, ${describeMinutes(takesMinutes)} each`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
