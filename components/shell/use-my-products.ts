'use client';

import { useQueries, useQuery } from '@tanstack/react-query';
import type { ProductSummary } from '@/lib/api/products';
import { compareText } from '@/lib/base/compare-text';
import { meQuery } from '@/lib/client/me';
import { productsQuery } from '@/lib/client/products';

const SHOWN_MAX = 8;

type Mine = {
  /** What is opened in the studio, by name, and what others build on; of each as many as the navigation has room for. */
  models: ProductSummary[];
  offered: ProductSummary[];
  /** There is more than that. */
  hasMore: boolean;
};

/**
 * What my teams answer for. The models of a team that has more than is asked for first are asked for by themselves, or
 * what it offers could leave no room for them.
 */
export function useMyProducts(): Mine {
  const { data: me } = useQuery(meQuery());
  const teams = me?.person.teams ?? [];
  const first = useQueries({ queries: teams.map(({ key }) => productsQuery({ owner: key, limit: SHOWN_MAX })) });
  const large = teams.filter((_, at) => first[at]?.data?.nextCursor);
  const models = useQueries({
    queries: large.map(({ key }) => productsQuery({ owner: key, alignment: 'consumer', limit: SHOWN_MAX })),
  });
  const found = [...first, ...models].flatMap((list) => list.data?.products ?? []);
  const all = [...new Map(found.map((product) => [product.key, product])).values()].sort((a, b) =>
    compareText(a.name, b.name),
  );
  const isModel = ({ alignment }: ProductSummary) => alignment === 'consumer';
  const own = all.filter(isModel).slice(0, SHOWN_MAX);
  const offered = all.filter((product) => !isModel(product)).slice(0, SHOWN_MAX);
  return { models: own, offered, hasMore: large.length > 0 || own.length + offered.length < all.length };
}
