import { queryOptions } from '@tanstack/react-query';
import { routes } from '@/lib/api/routes';
import { queryKeys } from './query-keys';
import { request } from './request';

/** Stands below the products in the cache, as the ledger does. */
export function sharedWorkQuery() {
  return queryOptions({
    queryKey: [...queryKeys.products, 'shared-work'],
    queryFn: ({ signal }) => request(routes.sharedWork, { signal }),
  });
}
