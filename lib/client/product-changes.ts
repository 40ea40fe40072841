import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { revisionTag, versionTag } from '@/lib/api/entity-tag';
import type { NewProduct, ProductChange, Publish } from '@/lib/api/product-changes';
import { routes } from '@/lib/api/routes';
import { queryKeys } from './query-keys';
import { request } from './request';

type Once = { idempotencyKey: string };

export const createProductMutation = mutationOptions({
  mutationKey: ['create-product'],
  mutationFn: ({ idempotencyKey, ...body }: NewProduct & Once) =>
    request(routes.createProduct, { body, idempotencyKey }),
});

/** What a change would do to everybody; null asks nothing. */
export function productEffectQuery(key: string, change: ProductChange | null) {
  return queryOptions({
    queryKey: [...queryKeys.product(key), 'effect', change],
    queryFn: ({ signal }) =>
      change === null
        ? Promise.resolve(null)
        : request(routes.productEffect, { params: { key }, body: change, signal }),
    retry: false,
  });
}

export function changeProductMutation(key: string) {
  return mutationOptions({
    mutationKey: ['change-product', key],
    mutationFn: ({ rowVersion, ...body }: ProductChange & { rowVersion: number }) =>
      request(routes.changeProduct, { params: { key }, body, ifMatch: versionTag(rowVersion) }),
  });
}

export function publishPreviewQuery(key: string) {
  return queryOptions({
    queryKey: [...queryKeys.draft(key), 'publish'],
    queryFn: ({ signal }) => request(routes.publishPreview, { params: { key }, signal }),
    retry: false,
    gcTime: 0,
  });
}

export function publishMutation(key: string) {
  return mutationOptions({
    mutationKey: ['publish', key],
    mutationFn: ({
      revision,
      idempotencyKey,
      signal,
      ...body
    }: Publish & Once & { revision: number; signal: AbortSignal }) =>
      request(routes.publish, { params: { key }, body, ifMatch: revisionTag(revision), idempotencyKey, signal }),
  });
}

export function buildSheetQuery(key: string) {
  return queryOptions({
    queryKey: [...queryKeys.product(key), 'build-sheet'],
    queryFn: ({ signal }) => request(routes.buildSheet, { params: { key }, signal }),
  });
}
