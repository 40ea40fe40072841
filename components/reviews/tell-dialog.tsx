'use client';

import { type FormEvent, useId, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Keys } from '@/components/ui/keys';
import type { AskPage, DecideAsk } from '@/lib/api/asks';
import { countOf } from '@/lib/base/count-of';
import { labelOf } from './ask-words';
import { CounterFields } from './counter-fields';
import { PersonField } from './person-field';
import { DayField, WordsField } from './told-fields';
import { type Told, toldMove } from './told-move';
import type { Telling } from './use-ask-review';

type Props = {
  /** Whose answer is awaited, and the lines; several asks have no page. */
  ask: AskPage | null;
  askKey: string | null;
  asker: string;
  telling: Telling;
  problem: string | null;
  isBusy: boolean;
  onSend: (told: Omit<DecideAsk, 'lines'>) => void;
  onClose: () => void;
};

const EMPTY: Told = { reason: '', value: null, date: '', until: '', to: null };

/** What has to be said with a verb. It stays open with what was typed until the answer is recorded. */
export function TellDialog({ ask, askKey, asker, telling, problem, isBusy, onSend, onClose }: Props) {
  const form = useId();
  const [told, setTold] = useState<Told>(EMPTY);
  const [error, setError] = useState<{ field: keyof Told; words: string } | null>(null);
  const { action, lines } = telling;
  const set = (part: Partial<Told>) => {
    setError(null);
    setTold((before) => ({ ...before, ...part }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const move = toldMove(action, told);
    if ('field' in move) return setError(move);
    onSend(move);
  };
  const label = labelOf(action, lines[0]?.state ?? null);
  const errorOf = (field: keyof Told) => (error?.field === field ? error.words : null);
  const words = (name: string, placeholder: string, hint?: string) => (
    <WordsField
      label={name}
      value={told.reason}
      error={errorOf('reason')}
      placeholder={placeholder}
      hint={hint}
      onChange={(reason) => set({ reason })}
    />
  );
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      size={action === 'counter' ? 'lg' : 'md'}
      title={`${label}${amountOf(telling, ask)}`}
      description={READ_BY[action]?.(asker)}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button variant={action === 'decline' ? 'danger' : 'primary'} type="submit" form={form} busy={isBusy}>
            {action === 'counter' ? 'Offer it' : label}
            <Keys keys="mod+enter" className="ml-1" />
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.requestSubmit();
        }}
        className="space-y-3"
      >
        {problem && <Banner tone="bad">{problem}</Banner>}
        {action === 'counter' && askKey && (
          <CounterFields
            askKey={askKey}
            lines={lines}
            value={told.value}
            date={told.date}
            error={errorOf('value')}
            onValue={(value) => set({ value })}
            onDate={(date) => set({ date })}
          />
        )}
        {action === 'delegate' && <PersonField value={told.to} error={errorOf('to')} onChange={(to) => set({ to })} />}
        {action === 'defer' && (
          <DayField label="Until" value={told.until} error={errorOf('until')} onChange={(until) => set({ until })} />
        )}
        {action === 'decline' && words('Reason', 'What stands in the way, and what you could offer instead')}
        {action === 'counter' && words('Reason', 'What stands in the way of all of it')}
        {action === 'need-information' && words('Question', 'What you have to know before you decide')}
        {action === 'answer' && words('Answer', 'What they asked, or why it has to be as you asked for it')}
        {(action === 'defer' || action === 'delegate') && words('Why (if you like)', 'One sentence is enough')}
      </form>
    </Dialog>
  );
}

const READ_BY: Partial<Record<Telling['action'], (asker: string) => string>> = {
  decline: (asker) => `${asker} reads your reason with the answer.`,
  counter: (asker) =>
    `${asker} agrees, asks again, or withdraws. Below is what it would do, before anybody hears of it.`,
  'need-information': (asker) => `${asker} is asked; nothing is decided until the answer comes.`,
  defer: () => 'It stays in the inbox and comes back to the top on that day.',
  delegate: () => 'They decide in your team’s stead. Your team can still decide itself.',
  answer: () => 'It goes back to the team that decides, as it was asked.',
};

function amountOf({ action, lines }: Telling, ask: AskPage | null): string {
  if (ask === null) return ': all selected asks';
  const what = lines.length === 1 ? 'this line' : countOf(lines.length, 'line');
  if (action === 'decline' || action === 'defer' || action === 'delegate') {
    return action === 'defer' ? `: ${what}` : ` ${what}`;
  }
  return ` ${action === 'counter' ? 'for' : 'about'} ${what}`;
}
