import type { Event } from '@/lib/api/events';
import { queryKeys } from './query-keys';

export type QueryKey = readonly unknown[];

const CATALOG: readonly QueryKey[] = [
  queryKeys.products,
  queryKeys.lineage,
  queryKeys.whatExists,
  queryKeys.sources,
  ['preview'],
];
const ASKED: readonly QueryKey[] = [queryKeys.inbox, queryKeys.asks];

/**
 * What of the answers in the cache an event makes stale. Saves of drafts come several times a second and concern nobody
 * who has not the same model open, who follows them record by record; they touch no list.
 */
export function staleAfter({ kind, subject }: Event): QueryKey[] {
  const always = [queryKeys.home];
  switch (kind) {
    case 'draft-saved':
      return [];
    case 'comment-added':
    case 'comment-resolved':
    case 'comment-reopened':
      return [...always, queryKeys.comments, queryKeys.inbox, ...pagesOf(subject)];
    case 'prices-changed':
      return [...always, [...queryKeys.products, 'ledger']];
    case 'team-created':
    case 'team-changed':
    case 'person-added':
    case 'person-changed':
      return [...always, ['teams'], queryKeys.people, queryKeys.me, queryKeys.products, queryKeys.inbox];
    case 'workspace-imported':
      return [...always, ...CATALOG, ...ASKED, ['teams'], queryKeys.people, queryKeys.me, queryKeys.comments];
    case 'version-published':
    case 'pushed-upstream':
    case 'attribute-provided':
    case 'consumer-replanned':
    case 'product-created':
    case 'product-changed':
    case 'owner-handed-over':
      return [...always, ...CATALOG, ...ASKED];
    default:
      return [...always, queryKeys.inbox, queryKeys.products, queryKeys.lineage, ...askOf(subject)];
  }
}

function askOf({ ask }: Event['subject']): QueryKey[] {
  return ask === undefined ? [queryKeys.asks] : [queryKeys.ask(ask)];
}

function pagesOf({ product, consumer }: Event['subject']): QueryKey[] {
  return [product, consumer].flatMap((key) => (key === undefined ? [] : [queryKeys.product(key)]));
}
