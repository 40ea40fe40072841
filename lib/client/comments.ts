import { mutationOptions, queryOptions } from '@tanstack/react-query';
import type { AddComment } from '@/lib/api/comments';
import { routes } from '@/lib/api/routes';
import { queryKeys } from './query-keys';
import { request } from './request';

export function commentsQuery(subject: string) {
  return queryOptions({
    queryKey: [...queryKeys.comments, 'of', subject],
    queryFn: ({ signal }) => request(routes.comments, { query: { subject }, signal }),
  });
}

export function commentCountsQuery(product: string) {
  return queryOptions({
    queryKey: [...queryKeys.comments, 'counts', product],
    queryFn: ({ signal }) => request(routes.commentCounts, { params: { key: product }, signal }),
  });
}

/** One key per press of the button: the same words sent twice are said once. */
export function addCommentMutation() {
  return mutationOptions({
    mutationFn: ({ idempotencyKey, ...body }: AddComment & { idempotencyKey: string }) =>
      request(routes.addComment, { body, idempotencyKey }),
  });
}

export function resolveCommentMutation() {
  return mutationOptions({
    mutationFn: ({ id, isResolved }: { id: string; isResolved: boolean }) =>
      request(routes.resolveComment, { params: { id }, body: { isResolved } }),
  });
}
