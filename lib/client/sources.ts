import { queryOptions } from '@tanstack/react-query';
import { routes } from '@/lib/api/routes';
import { queryKeys } from './query-keys';
import { request } from './request';

export function sourcesQuery() {
  return queryOptions({
    queryKey: queryKeys.sources,
    queryFn: ({ signal }) => request(routes.sources, { signal }),
  });
}
