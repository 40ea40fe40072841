import { queryOptions } from '@tanstack/react-query';
import { routes } from '@/lib/api/routes';
import { queryKeys } from './query-keys';
import { request } from './request';

export function inboxQuery() {
  return queryOptions({
    queryKey: queryKeys.inbox,
    queryFn: ({ signal }) => request(routes.inbox, { signal }),
  });
}
