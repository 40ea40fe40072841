import { queryOptions } from '@tanstack/react-query';
import type { DraftSaved, SaveDraft } from '@/lib/api/draft';
import { revisionTag } from '@/lib/api/entity-tag';
import type { DraftChanges } from '@/lib/api/live';
import { routes } from '@/lib/api/routes';
import { queryKeys } from './query-keys';
import { request } from './request';

/** The draft as it was when the studio opened. From then on the editor holds it: it is never fetched behind its back. */
export function draftQuery(key: string) {
  return queryOptions({
    queryKey: queryKeys.draft(key),
    queryFn: ({ signal }) => request(routes.draft, { params: { key }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/**
 * Saves what changed since a revision. A stale one throws `ApiProblem` with code `stale`, whose problem carries
 * `revision` and `changes`: everything saved since, to merge record by record.
 */
export function saveDraft(key: string, revision: number, change: SaveDraft, signal?: AbortSignal): Promise<DraftSaved> {
  return request(routes.saveDraft, {
    params: { key },
    body: change,
    ifMatch: revisionTag(revision),
    ...(signal ? { signal } : {}),
  });
}

/** What others saved after a revision, to follow without opening the draft again. */
export function readDraftChanges(key: string, since: number): Promise<DraftChanges> {
  return request(routes.draftChanges, { params: { key }, query: { since } });
}
