'use client';

import { AtSign, CircleCheck } from 'lucide-react';
import { AskStateMark } from '@/components/reviews/ask-state-mark';
import { placeOfMention } from '@/components/reviews/place-of-mention';
import { splitTitle } from '@/components/reviews/split-title';
import { useFormat } from '@/components/shell/use-format';
import { NewMark } from '@/components/ui/new-mark';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { AskSummary } from '@/lib/api/ask';
import type { Home } from '@/lib/api/home';
import { HomeRow } from './home-row';

type Props = {
  waits: Home['waitsOnMe'];
  since: number | null;
  /** Nobody else is waited for either. */
  isOnlyWait: boolean;
};

const SHOWN_MAX = 6;
const WHAT_TO_DO = {
  toDecide: 'Decide',
  toAnswer: 'Answer',
  handed: 'Decide: it was handed to you',
} as const satisfies Partial<Record<keyof Home['waitsOnMe'], string>>;

/** What others wait for me with, longest wait first; the inbox has all of it. */
export function WaitsOnMePanel({ waits, since, isOnlyWait }: Props) {
  const format = useFormat();
  const asks = (['toAnswer', 'handed', 'toDecide'] as const).flatMap((part) =>
    waits[part].map((ask) => ({ ask, verb: WHAT_TO_DO[part] })),
  );
  const count = asks.length + waits.mentions.length;
  return (
    <Panel
      title="Waits for you"
      note={count === 0 ? undefined : format.number(count)}
      isBare
      actions={
        count > 0 && (
          <TextLink href="/inbox" className="text-xs">
            Inbox
          </TextLink>
        )
      }
    >
      {count === 0 && (
        <p className="flex items-center gap-2 px-4 pb-3 text-fg-2 text-sm">
          <CircleCheck className="size-[15px] text-ok" strokeWidth={1.75} aria-hidden="true" />
          {isOnlyWait ? 'Nobody waits for you, and you wait for nobody.' : 'Nobody waits for you.'}
        </p>
      )}
      <ul>
        {waits.mentions.slice(0, SHOWN_MAX).map((mention) => (
          <HomeRow
            key={mention.comment}
            href={placeOfMention(mention)}
            start={<AtSign className="size-3.5 text-accent-text" strokeWidth={2} aria-hidden="true" />}
            title={
              <>
                {since !== null && mention.seq > since && <NewMark className="mr-1.5" />}
                {mention.by?.name ?? 'Somebody'} on {mention.about}
              </>
            }
            end={<Since at={mention.at} />}
          >
            <span className="line-clamp-2 [overflow-wrap:anywhere]">{mention.words}</span>
          </HomeRow>
        ))}
        {asks.slice(0, SHOWN_MAX).map(({ ask, verb }) => (
          <HomeRow
            key={ask.key}
            href={`/inbox?ask=${encodeURIComponent(ask.key)}`}
            start={<AskStateMark state={ask.state} />}
            title={<AskTitle ask={ask} isNew={since !== null && ask.latest > since} />}
            end={<Since at={ask.since} />}
          >
            {verb} · for {ask.consumer.name}
            {ask.askedBy && `, asked by ${ask.askedBy.name}`}
          </HomeRow>
        ))}
      </ul>
      {asks.length > SHOWN_MAX && (
        <p className="border-t px-4 pt-2 pb-2 text-sm">
          <TextLink href="/inbox">{format.number(asks.length - SHOWN_MAX)} more in the inbox</TextLink>
        </p>
      )}
    </Panel>
  );
}

function AskTitle({ ask, isNew }: { ask: AskSummary; isNew: boolean }) {
  const { subject, asked } = splitTitle(ask.title);
  return (
    <>
      {isNew && <NewMark className="mr-1.5" />}
      {subject}
      {asked && <span className="font-normal text-fg-2 text-sm"> · {asked}</span>}
    </>
  );
}

function Since({ at }: { at: string }) {
  const format = useFormat();
  return (
    <span className="shrink-0 text-fg-2 text-xs tabular-nums">
      since <time dateTime={at}>{format.day(at)}</time>
    </span>
  );
}
