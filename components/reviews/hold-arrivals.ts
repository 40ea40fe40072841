import type { Mention } from '@/lib/api/comments';
import type { SortedInbox } from './sort-inbox';

type WithMentions = SortedInbox & { mentions: readonly Mention[] };

/** Everything in the parts of an inbox that wait for its reader, each under a name of its own. */
export function whatWaits({ open, answers, delegated, mentions }: WithMentions): string[] {
  return [
    ...open.flatMap(({ asks }) => asks.map(({ key }) => `open ${key}`)),
    ...answers.map(({ key }) => `answer ${key}`),
    ...delegated.map(({ key }) => `handed ${key}`),
    ...mentions.map(({ comment }) => `mention ${comment}`),
  ];
}

/**
 * The inbox without what arrived after it was last shown: rows must not slide away under a hand that reaches for one.
 * What leaves is gone at once, what changes changes in its place. A list with nothing in it cannot slide, so it holds
 * nothing back.
 */
export function holdArrivals<I extends WithMentions>(
  inbox: I,
  known: ReadonlySet<string>,
  chosen: string | null,
): { shown: I; arrived: number } {
  const isShown = (part: string, key: string) => known.has(`${part} ${key}`) || key === chosen;
  const waiting = whatWaits(inbox);
  const arrived = waiting.filter((name) => !known.has(name) && !name.endsWith(` ${chosen}`)).length;
  if (arrived === 0 || arrived === waiting.length) return { shown: inbox, arrived: 0 };
  const open = inbox.open
    .map((group) => ({ ...group, asks: group.asks.filter(({ key }) => isShown('open', key)) }))
    .filter(({ asks }) => asks.length > 0);
  const shown = {
    ...inbox,
    open,
    answers: inbox.answers.filter(({ key }) => isShown('answer', key)),
    delegated: inbox.delegated.filter(({ key }) => isShown('handed', key)),
    mentions: inbox.mentions.filter(({ comment }) => isShown('mention', comment)),
  };
  return { shown, arrived };
}
