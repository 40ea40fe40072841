import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useVocabulary } from '@/components/shell/use-vocabulary';
import type { LedgerList, LedgerPage, LedgerRows } from '@/lib/api/ledger';
import { ledgerRowsQuery } from '@/lib/client/ledger';
import { ledgerWords } from './ledger-words';

type Part<Row> = { count: number; rows: readonly Row[] } | undefined;

/** A list of the ledger: what came with the page and, on demand, what comes after it, with what all of it is called. */
export function useLedgerRows<Row>(
  page: LedgerPage,
  of: LedgerList,
  partIn: (lists: LedgerRows['lists']) => Part<Row>,
) {
  const vocabulary = useVocabulary();
  const first = partIn(page.lists);
  const from = first?.rows.length ?? 0;
  const more = useInfiniteQuery({ ...ledgerRowsQuery({ edition: page.edition, of, from }), enabled: false });
  const pages = more.data?.pages;
  const words = useMemo(
    () => ledgerWords([page.names, ...(pages ?? []).map(({ names }) => names)], vocabulary),
    [page.names, pages, vocabulary],
  );
  const rows = [...(first?.rows ?? []), ...(pages ?? []).flatMap(({ lists }) => partIn(lists)?.rows ?? [])];
  const count = first?.count ?? 0;
  return {
    rows,
    count,
    words,
    more: {
      rest: count - rows.length,
      onMore: () => void more.fetchNextPage(),
      isBusy: more.isFetching,
      problem: more.error?.message,
    },
  };
}
