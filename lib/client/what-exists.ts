import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { routes } from '@/lib/api/routes';
import type { WhatExistsQuery } from '@/lib/api/what-exists';
import { queryKeys } from './query-keys';
import { request } from './request';

export function whatExistsQuery(query: WhatExistsQuery) {
  return queryOptions({
    queryKey: [...queryKeys.whatExists, query],
    queryFn: ({ signal }) => request(routes.whatExists, { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}
