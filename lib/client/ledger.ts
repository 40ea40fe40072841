import { infiniteQueryOptions, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { versionTag } from '@/lib/api/entity-tag';
import type { LedgerList } from '@/lib/api/ledger';
import { routes } from '@/lib/api/routes';
import type { Prices } from '@/lib/catalog/snapshot';
import { queryKeys } from './query-keys';
import { addressOf, request } from './request';

const LEDGER = [...queryKeys.products, 'ledger'];

/** Stands below the products in the cache: whatever changes one of them changes what is needed. */
export function ledgerQuery() {
  return queryOptions({ queryKey: LEDGER, queryFn: ({ signal }) => request(routes.ledger, { signal }) });
}

/** The lines of a list behind those that came with the page. */
export function ledgerRowsQuery({ edition, of, from }: { edition: string; of: LedgerList; from: number }) {
  return infiniteQueryOptions({
    queryKey: [...LEDGER, 'rows', edition, of, from],
    queryFn: ({ pageParam, signal, client }) =>
      ofEdition(edition, client, request(routes.ledgerRows, { query: { of, from: pageParam }, signal })),
    initialPageParam: from,
    getNextPageParam: ({ lists }, _pages, last) => last + (lists[of]?.rows.length ?? 0),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function ledgerColumnsQuery({ edition, source, table }: { edition: string; source: string; table: string }) {
  return queryOptions({
    queryKey: [...LEDGER, 'columns', edition, source, table],
    queryFn: ({ signal, client }) =>
      ofEdition(edition, client, request(routes.ledgerColumns, { query: { source, table }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** A part of a newer ledger is none of the page's: the page is asked for again, and its lists begin anew with it. */
async function ofEdition<Part extends { edition: string }>(
  edition: string,
  client: QueryClient,
  asked: Promise<Part>,
): Promise<Part> {
  const part = await asked;
  if (part.edition !== edition) await client.invalidateQueries({ queryKey: LEDGER, exact: true });
  return part;
}

/** Where the whole ledger can be taken from as a file. */
export const LEDGER_FILE = addressOf(routes.ledgerFile, {});

export const keepPricesMutation = mutationOptions({
  mutationKey: ['keep-prices'],
  mutationFn: ({ prices, version }: { prices: Prices; version: number }) =>
    request(routes.keepPrices, { body: prices, ifMatch: versionTag(version) }),
});
