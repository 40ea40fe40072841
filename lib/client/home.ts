import { queryOptions } from '@tanstack/react-query';
import { routes } from '@/lib/api/routes';
import { queryKeys } from './query-keys';
import { request } from './request';

/** `since`: where this sitting began; what changed after it stays listed although it has been marked as read. */
export function homeQuery(since: number | null) {
  return queryOptions({
    queryKey: [...queryKeys.home, since],
    queryFn: ({ signal }) => request(routes.home, { query: since === null ? {} : { since }, signal }),
    enabled: since !== null,
  });
}
