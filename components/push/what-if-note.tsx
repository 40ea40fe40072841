'use client';

import { Check, FlaskConical, Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import { useOrigins } from '@/components/canvas/origins-context';
import { useEditor } from '@/components/editor/editor-context';
import { Said } from '@/components/shell/said';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { describeMinutes } from '@/lib/base/duration';
import type { Schedule } from '@/lib/engine/plan';
import { usePreview, type WhatIf } from './preview-context';
import { stripDifference } from './strip-difference';

/** Says that what is on screen rests on something that is only tried, what that changes, and takes it back or keeps it. */
export function WhatIfNote() {
  const { tries } = usePreview();
  if (tries.length === 0) return null;
  return (
    <div role="status" className="tint mb-2.5 rounded-md px-3 py-2 text-accent-text">
      <ul className="space-y-2">
        {tries.map((whatIf) => (
          <Tried key={whatIf.words} whatIf={whatIf} />
        ))}
      </ul>
      <Difference />
    </div>
  );
}

function Tried({ whatIf }: { whatIf: WhatIf }) {
  const { takeBack } = usePreview();
  const editor = useEditor();
  const origins = useOrigins();
  const nameOf = (key: string) => origins.get(key)?.name ?? key;
  const words = whatIf.words.replace(/\.$/, '');
  return (
    <li className="flex items-start gap-2">
      <FlaskConical className="mt-[2px] size-3.5 shrink-0" strokeWidth={1.85} aria-hidden="true" />
      <p className="min-w-0 flex-1 text-fg text-xs">
        <strong className="font-semibold">In preview:</strong>{' '}
        <Said>
          {whatIf.is === 'own'
            ? `${words}. Nothing is changed yet.`
            : `${whatIfWords(whatIf.change, words, nameOf)}. Nobody has been asked for it.`}
        </Said>
      </p>
      <span className="flex shrink-0 flex-col gap-1">
        {whatIf.is === 'own' && editor.canEdit && (
          <Button
            size="sm"
            variant="primary"
            icon={Check}
            onClick={() => {
              takeBack(whatIf);
              editor.edit(words, whatIf.edit);
            }}
          >
            Keep it
          </Button>
        )}
        <Button size="sm" icon={Undo2} onClick={() => takeBack(whatIf)}>
          Undo
        </Button>
      </span>
    </li>
  );
}

/** What is asked with it, beside what is asked without. */
function Difference() {
  const { preview, untried, isComputing } = usePreview();
  const lines = useMemo(
    () => (preview && untried ? stripDifference(untried.summary, preview.summary) : null),
    [preview, untried],
  );
  if (lines === null || lines.length === 0)
    return (
      <p className="mt-1.5 pl-[22px] text-fg-2 text-xs">
        {lines === null || isComputing
          ? 'Working out what it changes…'
          : 'Nothing below differs from what is asked today.'}
      </p>
    );
  return (
    <dl
      aria-label="What it changes"
      aria-busy={isComputing}
      className="mt-1.5 flex flex-wrap gap-x-3 gap-y-0.5 pl-[22px] text-fg-2 text-xs aria-busy:opacity-60"
    >
      {lines.map(({ words, before, after, isBetter }) => (
        <div key={words} className="flex gap-1 whitespace-nowrap tabular-nums">
          <dt className="order-last">{words}</dt>
          <dd>
            {before} → <strong className={cn('font-semibold', isBetter ? 'text-ok' : 'text-bad')}>{after}</strong>
            <span className="sr-only">{isBetter ? ' (better)' : ' (worse)'}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Schedules in short, because their repair says more than that; anything else in the words of its repair. */
function whatIfWords(
  { schedules, ...others }: Extract<WhatIf, { is: 'others' }>['change'],
  words: string,
  nameOf: (key: string) => string,
): string {
  const [first, ...rest] = schedules;
  if (!first || Object.keys(others).length > 0) return words;
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
