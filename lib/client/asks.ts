import { mutationOptions, queryOptions } from '@tanstack/react-query';
import type { DecideAsk, DecideAsks } from '@/lib/api/asks';
import type { ConsequenceQuestion } from '@/lib/api/consequence';
import { versionTag } from '@/lib/api/entity-tag';
import { routes } from '@/lib/api/routes';
import { queryKeys } from './query-keys';
import { request } from './request';

export function askQuery(key: string) {
  return queryOptions({
    queryKey: queryKeys.ask(key),
    queryFn: ({ signal }) => request(routes.ask, { params: { key }, signal }),
  });
}

/** What whoever asks changed last, everywhere upstream. */
export function askChangesQuery(key: string) {
  return queryOptions({
    queryKey: [...queryKeys.ask(key), 'changes'],
    queryFn: ({ signal }) => request(routes.askChanges, { params: { key }, signal }),
  });
}

/** The version the reader saw, and one key per press of the button. */
export type Decide = DecideAsk & { version: number; idempotencyKey: string };

/** Throws `ApiProblem` with code `stale` when somebody decided first: read the ask again and show who and when. */
export function decideAskMutation(key: string) {
  return mutationOptions({
    mutationKey: ['decide', key],
    mutationFn: ({ version, idempotencyKey, ...body }: Decide) =>
      request(routes.decideAsk, { params: { key }, body, ifMatch: versionTag(version), idempotencyKey }),
  });
}

/** What offering this instead would do; asked while the person still chooses. */
export function consequenceQuery(key: string, question: ConsequenceQuestion) {
  return queryOptions({
    queryKey: queryKeys.consequence(key, question),
    queryFn: ({ signal }) => request(routes.consequence, { params: { key }, body: question, signal }),
  });
}

/** The same move on several asks, each at the version the reader saw: all of it, or none. */
export function decideAsksMutation() {
  return mutationOptions({
    mutationKey: ['decide-asks'],
    mutationFn: ({ idempotencyKey, ...body }: DecideAsks & { idempotencyKey: string }) =>
      request(routes.decideAsks, { body, idempotencyKey }),
  });
}
