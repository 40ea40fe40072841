import { queryOptions } from '@tanstack/react-query';
import { routes } from '@/lib/api/routes';
import { queryKeys } from './query-keys';
import { request } from './request';

/** What could provide a record of a product's working copy. Stands below its draft: drawing on changes what is wished. */
export function candidatesQuery(product: string, record: string) {
  return queryOptions({
    queryKey: [...queryKeys.draft(product), 'candidates', record],
    queryFn: ({ signal }) => request(routes.candidates, { params: { key: product }, query: { record }, signal }),
  });
}
