import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { versionTag } from '@/lib/api/entity-tag';
import { routes } from '@/lib/api/routes';
import type { Prices } from '@/lib/catalog/snapshot';
import { queryKeys } from './query-keys';
import { request } from './request';

/** Stands below the products in the cache: whatever changes one of them changes what is needed. */
export function ledgerQuery() {
  return queryOptions({
    queryKey: [...queryKeys.products, 'ledger'],
    queryFn: ({ signal }) => request(routes.ledger, { signal }),
  });
}

export const keepPricesMutation = mutationOptions({
  mutationKey: ['keep-prices'],
  mutationFn: ({ prices, version }: { prices: Prices; version: number }) =>
    request(routes.keepPrices, { body: prices, ifMatch: versionTag(version) }),
});
