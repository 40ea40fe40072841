'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Page } from '@/components/shell/page';
import { useOfferCommands } from '@/components/shell/page-commands';
import { ProblemState } from '@/components/ui/problem-state';
import { Split } from '@/components/ui/split';
import { useShortcut } from '@/components/ui/use-shortcut';
import { useUrlState } from '@/components/ui/use-url-state';
import { inboxQuery } from '@/lib/client/inbox';
import { Arrivals } from './arrivals';
import { AskDetail } from './ask-detail';
import { InboxEmpty } from './inbox-empty';
import { inboxKeys } from './inbox-keys';
import { InboxList } from './inbox-list';
import { InboxLoading } from './inbox-loading';
import { ManyBar } from './many-bar';
import { MarkAllRead } from './mark-all-read';
import { asksInOrder } from './sort-inbox';
import { useAskMarks } from './use-ask-marks';
import { useHeldInbox } from './use-held-inbox';
import { useMarkAskRead } from './use-mark-ask-read';

/** What others ask of my teams, grouped by product; the chosen ask opens beside the list. */
export function InboxScreen() {
  const inbox = useQuery(inboxQuery());
  const { params, setParams } = useUrlState();
  useOfferCommands(inboxKeys);

  const { sorted, arrived, show } = useHeldInbox(inbox.data, params.get('ask'));
  const order = asksInOrder(sorted);
  const first = sorted.answers[0] ?? sorted.delegated[0] ?? sorted.open[0]?.asks[0];
  const chosen = params.get('ask') ?? first?.key ?? null;
  useMarkAskRead(order.find(({ key }) => key === chosen));
  const marks = useAskMarks(order);
  // The address names what is shown from the start: a decision must not slide the next ask under the same key.
  useEffect(() => {
    if (chosen !== null && params.get('ask') === null) setParams({ ask: chosen });
  }, [chosen, params, setParams]);
  const move = (by: 1 | -1) => {
    const at = order.findIndex((ask) => ask.key === chosen);
    const next = order[at === -1 ? 0 : Math.min(order.length - 1, Math.max(0, at + by))];
    if (next) setParams({ ask: next.key });
  };
  useShortcut('j', () => move(1));
  useShortcut('k', () => move(-1));
  useShortcut('s', () => chosen !== null && marks.toggle(chosen, false));

  if (inbox.isPending) return <Page title="Inbox">{<InboxLoading />}</Page>;
  if (inbox.isError) {
    return (
      <Page title="Inbox">
        <ProblemState
          size="page"
          title="The inbox could not be read"
          detail={inbox.error.message}
          onRetry={() => void inbox.refetch()}
          isRetrying={inbox.isFetching}
        />
      </Page>
    );
  }
  const isEmpty = order.length + sorted.mentions.length === 0 && params.get('ask') === null;
  const { open } = inbox.data.counts;
  const answers = sorted.answers.length;
  const waiting = [...(answers > 0 ? [`${answers} to answer`] : []), ...(open > 0 ? [`${open} to decide`] : [])].join(
    ', ',
  );
  return (
    <Page
      title="Inbox"
      titleAside={
        <>
          {waiting && <span className="text-fg-3 text-sm tabular-nums">{waiting}</span>}
          {inbox.data.unread > 0 && <MarkAllRead unread={inbox.data.unread} lastEvent={inbox.data.lastEvent} />}
        </>
      }
      className="overflow-hidden"
    >
      {isEmpty ? (
        <InboxEmpty />
      ) : (
        <Split
          listLabel="Asks"
          list={
            <>
              <Arrivals count={arrived} onShow={show} />
              <InboxList
                sorted={sorted}
                chosen={chosen}
                marks={marks}
                onChoose={(key) => setParams({ ask: key }, 'push')}
              />
              <ManyBar marks={marks} />
            </>
          }
        >
          {chosen === null ? (
            <InboxEmpty hasHistory />
          ) : (
            <AskDetail key={chosen} askKey={chosen} onNext={() => move(1)} />
          )}
        </Split>
      )}
    </Page>
  );
}
