import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query';
import { versionTag } from '@/lib/api/entity-tag';
import type { PreviewProvision, Provide } from '@/lib/api/provide';
import { routes } from '@/lib/api/routes';
import { queryKeys } from './query-keys';
import { request } from './request';

export function provideOptionsQuery(key: string, target: string, q: string) {
  return queryOptions({
    queryKey: [...queryKeys.ask(key), 'provide', target, q],
    queryFn: ({ signal }) => request(routes.provideOptions, { params: { key }, query: { target, q }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function entityOptionsQuery(key: string, target: string, q: string) {
  return queryOptions({
    queryKey: [...queryKeys.ask(key), 'entity-options', target, q],
    queryFn: ({ signal }) => request(routes.entityOptions, { params: { key }, query: { target, q }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** What a choice would do; asked again whenever the choice is another one. */
export function provisionPreviewQuery(key: string, body: PreviewProvision | null) {
  return queryOptions({
    queryKey: [...queryKeys.ask(key), 'provision', body],
    queryFn: ({ signal }) =>
      body === null ? Promise.resolve(null) : request(routes.previewProvision, { params: { key }, body, signal }),
    retry: false,
  });
}

export function provideMutation(key: string) {
  return mutationOptions({
    mutationKey: ['provide', key],
    mutationFn: ({ version, idempotencyKey, ...body }: Provide & { version: number; idempotencyKey: string }) =>
      request(routes.provide, { params: { key }, body, ifMatch: versionTag(version), idempotencyKey }),
  });
}
