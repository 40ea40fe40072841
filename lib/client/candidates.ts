import { queryOptions } from '@tanstack/react-query';
import { routes } from '@/lib/api/routes';
import { queryKeys } from './query-keys';
import { request } from './request';

/**
 * What could provide a record of a product's working copy. `asked` stands for what the record is called and holds: when
 * that changes it is another question, and the last answer stays in sight until the next is there.
 */
export function candidatesQuery(product: string, record: string, asked: string) {
  return queryOptions({
    queryKey: [...queryKeys.draft(product), 'candidates', record, asked],
    queryFn: ({ signal }) => request(routes.candidates, { params: { key: product }, query: { record }, signal }),
    placeholderData: (before) => (before?.record === record ? before : undefined),
  });
}
