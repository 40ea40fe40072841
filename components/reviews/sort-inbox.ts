import type { AskSummary } from '@/lib/api/ask';
import type { Inbox } from '@/lib/api/inbox';

export type InboxGroup = { product: Inbox['products'][number]['product']; asks: AskSummary[] };
export type SortedInbox = {
  open: InboxGroup[];
  waiting: InboxGroup[];
  decided: InboxGroup[];
  covered: InboxGroup[];
  answers: AskSummary[];
  delegated: AskSummary[];
};

const WAITING: ReadonlySet<AskSummary['state']> = new Set(['answering', 'deferred']);

/**
 * The inbox in its parts: my answers that others wait for, what was handed to me, what waits for my teams, what waits for
 * others or a day, what was decided, and what needs nobody. Each keeps the products' order; what is due again is open.
 */
export function sortInbox(inbox: Inbox | undefined): SortedInbox {
  const part = (belongs: (ask: AskSummary) => boolean): InboxGroup[] =>
    (inbox?.products ?? [])
      .map(({ product, asks }) => ({ product, asks: asks.filter(belongs) }))
      .filter((group) => group.asks.length > 0);
  return {
    open: part(isOpen),
    waiting: part((ask) => WAITING.has(ask.state) && !isOpen(ask)),
    decided: part((ask) => !isOpen(ask) && !WAITING.has(ask.state) && ask.state !== 'covered'),
    covered: part((ask) => ask.state === 'covered'),
    answers: inbox?.answers ?? [],
    delegated: inbox?.delegated ?? [],
  };
}

function isOpen({ state, isDue }: AskSummary): boolean {
  return state === 'open' || isDue;
}

/** Every ask in the order it is listed: what the keys walk. */
export function asksInOrder(sorted: SortedInbox): AskSummary[] {
  const groups = [...sorted.open, ...sorted.waiting, ...sorted.decided, ...sorted.covered];
  return [...sorted.answers, ...sorted.delegated, ...groups.flatMap((group) => group.asks)];
}
