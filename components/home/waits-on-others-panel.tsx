'use client';

import { useQuery } from '@tanstack/react-query';
import { OwnerName } from '@/components/catalog/owner-name';
import { AskStateMark } from '@/components/reviews/ask-state-mark';
import { MoreRows } from '@/components/shell/more-rows';
import { useFormat } from '@/components/shell/use-format';
import { Panel } from '@/components/ui/panel';
import { useFirstRows } from '@/components/ui/use-first-rows';
import type { AskSummary } from '@/lib/api/ask';
import { joinWords } from '@/lib/base/join-words';
import { peopleQuery } from '@/lib/client/people';
import { HomeRow } from './home-row';

const SHOWN_FIRST = 6;

/** Whom my models wait for, by name and since when; the longest wait first. */
export function WaitsOnOthersPanel({ asks }: { asks: readonly AskSummary[] }) {
  const format = useFormat();
  const { data } = useQuery(peopleQuery());
  const whoDecides = (team: string | undefined) =>
    (data?.people ?? [])
      .filter(({ role, teams }) => role !== 'analyst' && teams.some(({ key }) => key === team))
      .map(({ name }) => name);
  const { shown, rest, showMore } = useFirstRows(asks, SHOWN_FIRST);
  return (
    <Panel title="You wait for" note={format.number(asks.length)} isBare>
      <ul>
        {shown.map((ask) => {
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
      <MoreRows rest={rest} onMore={showMore} />
    </Panel>
  );
}
