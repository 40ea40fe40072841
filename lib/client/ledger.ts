import { queryOptions } from '@tanstack/react-query';
import { routes } from '@/lib/api/routes';
import { queryKeys } from './query-keys';
import { request } from './request';

/** Stands below the products in the cache: whatever changes one of them changes what is needed. */
export function ledgerQuery() {
  return queryOptions({
    queryKey: [...queryKeys.products, 'ledger'],
    queryFn: ({ signal }) => request(routes.ledger, { signal }),
  });
}
