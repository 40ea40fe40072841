'use client';

import { Check, X } from 'lucide-react';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { Keys } from '@/components/ui/keys';
import type { AskPage } from '@/lib/api/asks';

/** Every decision with both names and the time. */
export function DecisionList({ ask, onNext }: { ask: AskPage; onNext: () => void }) {
  const format = useFormat();
  if (ask.decisions.length === 0) return null;
  return (
    <section aria-label="Decisions" className="mt-4 rounded-lg border bg-surface px-4 py-3 shadow-card">
      <ul className="space-y-2">
        {ask.decisions.map((decision) => {
          const isYes = decision.action === 'accept';
          const Icon = isYes ? Check : X;
          return (
            <li key={decision.id} className="flex gap-2 text-sm">
              <Icon
                className={`mt-0.5 size-3.5 shrink-0 ${isYes ? 'text-ok' : 'text-bad'}`}
                strokeWidth={2.25}
                aria-hidden="true"
              />
              <p className="min-w-0">
                <span className="font-medium">{decision.by.name}</span> {isYes ? 'accepted' : 'declined'}{' '}
                {decision.lines.length === 1 ? '1 line' : `${decision.lines.length} lines`}
                {ask.askedBy && (
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
