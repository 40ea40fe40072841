'use client';

import { useQueries, useQuery } from '@tanstack/react-query';
import type { ProductSummary } from '@/lib/api/products';
import { compareText } from '@/lib/base/compare-text';
import { meQuery } from '@/lib/client/me';
import { productsQuery } from '@/lib/client/products';

const SHOWN_MAX = 8;

/** What my teams answer for, by name. */
export function useMyProducts(): ProductSummary[] {
  const { data: me } = useQuery(meQuery());
  const lists = useQueries({
    queries: (me?.person.teams ?? []).map((team) => productsQuery({ owner: team.key, limit: SHOWN_MAX })),
  });
  return lists
    .flatMap((list) => list.data?.products ?? [])
    .sort((a, b) => compareText(a.name, b.name))
    .slice(0, SHOWN_MAX);
}
