'use client';

import { Telescope } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { Textarea } from '@/components/ui/textarea';
import { EVENT_MINUTES, type HowFresh } from '@/lib/model/how-fresh';
import { type Answers, numbersOf } from './answers';

type Props = { start: Answers; onDone: (answers: Answers) => void };

const UNSAID = 'unsaid';
const FRESH = [
  { value: 'daily', label: 'Daily' },
  { value: 'hourly', label: 'Hourly' },
  { value: 'minutes', label: 'Minutes' },
  { value: 'events', label: 'Every event' },
] as const;
type Fresh = (typeof FRESH)[number]['value'] | typeof UNSAID;
const MEANS: Record<Exclude<Fresh, typeof UNSAID>, HowFresh> = {
  daily: { is: 'age', maxMinutes: 1440 },
  hourly: { is: 'age', maxMinutes: 60 },
  minutes: { is: 'age', maxMinutes: 5 },
  events: { is: 'events', maxMinutes: EVENT_MINUTES },
};
const SURE = [
  { value: '0.99', label: '99 %' },
  { value: '0.995', label: '99.5 %' },
  { value: '0.999', label: '99.9 %' },
] as const;
type Sure = (typeof SURE)[number]['value'] | typeof UNSAID;

/** The four questions. Only what is looked up with is needed: a decision or a number. */
export function QuestionForm({ start, onDone }: Props) {
  const form = useId();
  const [answers, setAnswers] = useState(start);
  const [error, setError] = useState<string | null>(null);
  const set = (change: Partial<Answers>) => setAnswers((before) => ({ ...before, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (answers.decision.trim() === '' && numbersOf(answers).length === 0)
      return setError('Say what you decide, or name a number.');
    onDone(answers);
  };
  const submitOnMod = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.requestSubmit();
  };
  return (
    <>
      <form
        id={form}
        onSubmit={submit}
        onKeyDown={submitOnMod}
        className="min-h-0 flex-1 space-y-5 overflow-y-auto px-4 pt-1 pb-4"
      >
        <Question at={1}>
          <Field label="What do you decide?" error={error}>
            <Textarea
              autoFocus
              rows={2}
              value={answers.decision}
              maxLength={2_000}
              placeholder="Which customers get a win-back voucher"
              onChange={(event) => set({ decision: event.target.value })}
            />
          </Field>
        </Question>
        <Question at={2}>
          <Field label="For whom?">
            <Input
              value={answers.audience}
              placeholder="Marketing, country managers"
              onChange={(event) => set({ audience: event.target.value })}
            />
          </Field>
        </Question>
        <Question at={3}>
          <Field label="By which numbers?" hint="One per line. Nobody needs to know yet where they are kept.">
            <Textarea
              rows={3}
              value={answers.numbers}
              maxLength={4_000}
              placeholder={'Number of orders\nAverage review score'}
              onChange={(event) => set({ numbers: event.target.value })}
            />
          </Field>
        </Question>
        <Question at={4}>
          <p className="mb-1 font-medium text-fg-2 text-xs">How fresh?</p>
          <Segmented<Fresh>
            label="How fresh"
            value={freshOf(answers.freshness)}
            onChange={(value) => value !== UNSAID && set({ freshness: MEANS[value] })}
            options={FRESH}
            className="w-full [&>button]:flex-1 [&>button]:justify-center [&>button]:px-1 [&>button]:text-xs"
          />
          <p className="mt-3 mb-1 font-medium text-fg-2 text-xs">How sure, share of the time it can be used?</p>
          <Segmented<Sure>
            label="How sure"
            value={SURE.find(({ value }) => Number(value) === answers.sureness)?.value ?? UNSAID}
            onChange={(value) => value !== UNSAID && set({ sureness: Number(value) })}
            options={SURE}
            className="w-full [&>button]:flex-1 [&>button]:justify-center [&>button]:text-xs"
          />
          <p className="mt-1 text-fg-3 text-xs">An estimate until you confirm it; nobody is asked before.</p>
        </Question>
      </form>
      <footer className="flex justify-end border-t px-4 py-3">
        <Button type="submit" form={form} variant="primary" icon={Telescope}>
          Look what exists
        </Button>
      </footer>
    </>
  );
}

function Question({ at, children }: { at: number; children: ReactNode }) {
  return (
    <div className="flex gap-2.5">
      <span
        aria-hidden="true"
        className="mt-px grid size-[18px] shrink-0 place-items-center rounded-full border text-2xs text-fg-2 tabular-nums"
      >
        {at}
      </span>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}

function freshOf(freshness: HowFresh | null): Fresh {
  const found = FRESH.find(
    ({ value }) => MEANS[value].is === freshness?.is && MEANS[value].maxMinutes === freshness.maxMinutes,
  );
  return found?.value ?? UNSAID;
}
