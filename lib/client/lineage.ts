import { queryOptions } from '@tanstack/react-query';
import { routes } from '@/lib/api/routes';
import { queryKeys } from './query-keys';
import { request } from './request';

export function lineageQuery() {
  return queryOptions({
    queryKey: queryKeys.lineage,
    queryFn: ({ signal }) => request(routes.lineage, { signal }),
  });
}

export function fieldTraceQuery(product: string, field: string) {
  return queryOptions({
    queryKey: queryKeys.fieldTrace(product, field),
    queryFn: ({ signal }) => request(routes.fieldTrace, { query: { product, field }, signal }),
  });
}
