import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ProductsQuery } from '@/lib/api/products';
import { routes } from '@/lib/api/routes';
import { queryKeys } from './query-keys';
import { request } from './request';

type Facets = Omit<ProductsQuery, 'cursor'>;

/** The first page of products that match. */
export function productsQuery(facets: Facets = {}) {
  return queryOptions({
    queryKey: [...queryKeys.products, 'list', facets],
    queryFn: ({ signal }) => request(routes.products, { query: facets, signal }),
  });
}

/** Every page of products that match, as they are scrolled to. */
export function productPagesQuery(facets: Facets = {}) {
  return infiniteQueryOptions({
    queryKey: [...queryKeys.products, 'pages', facets],
    queryFn: ({ pageParam, signal }) =>
      request(routes.products, { query: pageParam === '' ? facets : { ...facets, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function productQuery(key: string) {
  return queryOptions({
    queryKey: queryKeys.product(key),
    queryFn: ({ signal }) => request(routes.product, { params: { key }, signal }),
  });
}

export function versionsQuery(key: string) {
  return queryOptions({
    queryKey: queryKeys.versions(key),
    queryFn: ({ signal }) => request(routes.versions, { params: { key }, signal }),
  });
}

/** A version never changes, so it is read once. */
export function versionQuery(key: string, number: number) {
  return queryOptions({
    queryKey: [...queryKeys.versions(key), number],
    queryFn: ({ signal }) => request(routes.version, { params: { key, number }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
