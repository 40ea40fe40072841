'use client';

import { useQuery } from '@tanstack/react-query';
import { OwnerName } from '@/components/catalog/owner-name';
import { AskStateMark } from '@/components/reviews/ask-state-mark';
import { useFormat } from '@/components/shell/use-format';
import { Panel } from '@/components/ui/panel';
import type { AskSummary } from '@/lib/api/ask';
import { joinWords } from '@/lib/base/join-words';
import { peopleQuery } from '@/lib/client/people';
import { HomeRow } from './home-row';

const SHOWN_MAX = 8;

/** Whom my models wait for, by name and since when; the longest wait first. */
export function WaitsOnOthersPanel({ asks, hasModels }: { asks: readonly AskSummary[]; hasModels: boolean }) {
  const format = useFormat();
  const { data } = useQuery(peopleQuery());
  const whoDecides = (team: string | undefined) =>
    (data?.people ?? [])
      .filter(({ role, teams }) => role !== 'analyst' && teams.some(({ key }) => key === team))
      .map(({ name }) => name);
  if (asks.length === 0) {
    return (
      <Panel title="You wait for">
        <p className="text-fg-2 text-sm">
          {hasModels ? 'You wait for nobody: all your models asked for is answered.' : 'You wait for nobody.'}
        </p>
      </Panel>
    );
  }
  return (
    <Panel title="You wait for" note={asks.length} isBare>
      <ul>
        {asks.slice(0, SHOWN_MAX).map((ask) => {
          const people = whoDecides(ask.team?.key);
          return (
            <HomeRow
              key={ask.key}
              href={`/inbox?ask=${encodeURIComponent(ask.key)}`}
              start={<AskStateMark state={ask.state} />}
              title={
                <>
                  <OwnerName owner={ask.team} />
                  {people.length > 0 && <span className="font-normal text-fg-2 text-sm"> · {joinWords(people)}</span>}
                </>
              }
              end={
                <span className="shrink-0 text-fg-2 text-xs tabular-nums">
                  since <time dateTime={ask.since}>{format.day(ask.since)}</time>
                </span>
              }
            >
              {ask.entity !== null && `${ask.product.name} · `}
              {ask.title} · for {ask.consumer.name}
            </HomeRow>
          );
        })}
      </ul>
      {asks.length > SHOWN_MAX && (
        <p className="border-t px-4 py-2 text-fg-2 text-sm">and {format.number(asks.length - SHOWN_MAX)} more</p>
      )}
    </Panel>
  );
}
