import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query';
import type { PreviewRequest } from '@/lib/api/preview';
import { routes } from '@/lib/api/routes';
import { queryKeys } from './query-keys';
import { request } from './request';

/**
 * What sending would ask of others, live beside the canvas. `stamp` tells one state of the document from the next (its
 * revision or fingerprint): the records themselves would be compared at every keystroke. The last answer stays on
 * screen while the next one is made.
 */
export function previewQuery(key: string, stamp: string, body: PreviewRequest) {
  return queryOptions({
    queryKey: [...queryKeys.preview(key), stamp, body.whatIf ?? null],
    queryFn: ({ signal }) => request(routes.preview, { params: { key }, body, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    gcTime: 60_000,
  });
}

export function previewMutation(key: string) {
  return mutationOptions({
    mutationKey: ['preview', key],
    mutationFn: (body: PreviewRequest) => request(routes.preview, { params: { key }, body }),
  });
}
