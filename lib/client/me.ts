import { queryOptions } from '@tanstack/react-query';
import { routes } from '@/lib/api/routes';
import { queryKeys } from './query-keys';
import { request } from './request';

export function meQuery() {
  return queryOptions({
    queryKey: queryKeys.me,
    queryFn: ({ signal }) => request(routes.me, { signal }),
    staleTime: 60_000,
  });
}
