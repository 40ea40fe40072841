import { queryOptions } from '@tanstack/react-query';
import type { EventsQuery } from '@/lib/api/events';
import { routes } from '@/lib/api/routes';
import { queryKeys } from './query-keys';
import { request } from './request';

export function eventsQuery(query: EventsQuery = {}) {
  return queryOptions({
    queryKey: [...queryKeys.events, query],
    queryFn: ({ signal }) => request(routes.events, { query, signal }),
  });
}

/** Up to which event I have looked: at one thing, or at everything. */
export function markRead(seq: number, thing?: string): Promise<void> {
  return request(routes.markRead, { body: thing === undefined ? { seq } : { seq, thing } });
}
