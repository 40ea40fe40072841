import type { AskSummary } from '@/lib/api/ask';
import type { Inbox } from '@/lib/api/inbox';

export type InboxGroup = { product: Inbox['products'][number]['product']; asks: AskSummary[] };
export type SortedInbox = { open: InboxGroup[]; decided: InboxGroup[]; covered: InboxGroup[] };

/** The inbox in three parts: what waits, what was decided, and what needs nobody. Each keeps the products' order. */
export function sortInbox(inbox: Inbox | undefined): SortedInbox {
  const part = (belongs: (ask: AskSummary) => boolean): InboxGroup[] =>
    (inbox?.products ?? [])
      .map(({ product, asks }) => ({ product, asks: asks.filter(belongs) }))
      .filter((group) => group.asks.length > 0);
  return {
    open: part((ask) => ask.state === 'open'),
    decided: part((ask) => ask.state !== 'open' && ask.state !== 'covered'),
    covered: part((ask) => ask.state === 'covered'),
  };
}
