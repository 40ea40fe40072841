import { queryOptions } from '@tanstack/react-query';
import { routes } from '@/lib/api/routes';
import { queryKeys } from './query-keys';
import { request } from './request';

export function homeQuery() {
  return queryOptions({
    queryKey: queryKeys.home,
    queryFn: ({ signal }) => request(routes.home, { signal }),
  });
}
