import { queryOptions } from '@tanstack/react-query';
import type { ProposalsQuery } from '@/lib/api/proposals';
import { routes } from '@/lib/api/routes';
import { queryKeys } from './query-keys';
import { request } from './request';

/** What the catalog has for a decision and its numbers. */
export function proposalsQuery(key: string, query: ProposalsQuery) {
  return queryOptions({
    queryKey: [...queryKeys.draft(key), 'proposals', query],
    queryFn: ({ signal }) => request(routes.proposals, { params: { key }, query, signal }),
    staleTime: 30_000,
  });
}

/** The models that come with the product. */
export function templatesQuery() {
  return queryOptions({
    queryKey: ['templates'],
    queryFn: ({ signal }) => request(routes.templates, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
