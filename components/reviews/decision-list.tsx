'use client';

import { describeValue } from '@/components/catalog/describe-value';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { Keys } from '@/components/ui/keys';
import type { AskDecision, AskPage } from '@/lib/api/asks';
import { countOf } from '@/lib/base/count-of';
import { askWords } from './ask-words';

const TONE: Partial<Record<AskDecision['action'], string>> = {
  accept: 'text-ok',
  agree: 'text-ok',
  implement: 'text-ok',
  verify: 'text-ok',
  decline: 'text-bad',
  withdraw: 'text-fg-3',
};

/** Every decision and every answer, oldest first, with both names and the time. */
export function DecisionList({ ask, onNext }: { ask: AskPage; onNext: () => void }) {
  const format = useFormat();
  if (ask.decisions.length === 0) return null;
  return (
    <section aria-label="Decisions" className="mt-4 rounded-lg border bg-surface px-4 py-3 shadow-card">
      <ul className="space-y-2">
        {ask.decisions.map((decision) => {
          const { icon: Icon, done } = askWords[decision.action];
          return (
            <li key={decision.id} className="flex gap-2 text-sm">
              <Icon
                className={`mt-0.5 size-3.5 shrink-0 ${TONE[decision.action] ?? 'text-warn'}`}
                strokeWidth={2.25}
                aria-hidden="true"
              />
              <p className="min-w-0">
                <span className="font-medium">{decision.by.name}</span> {done} {countOf(decision.lines.length, 'line')}
                {detailOf(decision, ask, format.calendarDay)}
                {ask.askedBy && ask.askedBy.key !== decision.by.key && (
                  <>
                    , asked by <span className="font-medium">{ask.askedBy.name}</span>
                  </>
                )}
                <span className="text-fg-2">
                  {' · '}
                  <time dateTime={decision.at}>{format.moment(decision.at)}</time>
                </span>
                {decision.reason && <q className="mt-0.5 block text-fg-2">{decision.reason}</q>}
              </p>
            </li>
          );
        })}
      </ul>
      {ask.state !== 'open' && (
        <Button size="sm" variant="ghost" className="mt-2 -ml-2" onClick={onNext}>
          Next ask
          <Keys keys="j" className="ml-1" />
        </Button>
      )}
    </section>
  );
}

/** ": 24 h from 1 Mar", "until 1 Mar", "to Davi Rocha"; nothing where the verb says it all. */
function detailOf({ action, value, date, until, to, lines }: AskDecision, ask: AskPage, day: (day: string) => string) {
  if (action === 'defer' && until) return ` until ${day(until)}`;
  if (action === 'delegate' && to) return ` to ${to.name}`;
  if (action !== 'counter') return null;
  const kind = ask.lines.find((line) => line.id === lines[0])?.kind;
  const words = kind ? describeValue(kind, value) : null;
  return `${words ? `: ${words}` : ''}${date ? ` from ${day(date)}` : ''}`;
}
