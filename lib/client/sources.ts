import { queryOptions } from '@tanstack/react-query';
import { routes } from '@/lib/api/routes';
import { queryKeys } from './query-keys';
import { request } from './request';

/** The inventory: what the operational systems hold, and what of it is needed. */
export function sourcesQuery() {
  return queryOptions({
    queryKey: queryKeys.sources,
    queryFn: ({ signal }) => request(routes.sources, { signal }),
    staleTime: 60_000,
  });
}
