import { mutationOptions } from '@tanstack/react-query';
import { revisionTag } from '@/lib/api/entity-tag';
import { routes } from '@/lib/api/routes';
import type { Send } from '@/lib/api/send';
import { request } from './request';

/** The draft's revision and the fingerprint of the preview on screen; the key is made once per press of the button. */
export type SendUpstream = Send & { revision: number; idempotencyKey: string };

/**
 * Publishes and asks. Throws `ApiProblem` with code `plan-changed` (the new preview is in the problem),
 * `not-publishable` (its issues are), or `stale` (somebody saved the draft meanwhile).
 */
export function sendMutation(key: string) {
  return mutationOptions({
    mutationKey: ['send', key],
    mutationFn: ({ revision, idempotencyKey, ...body }: SendUpstream) =>
      request(routes.send, { params: { key }, body, ifMatch: revisionTag(revision), idempotencyKey }),
  });
}
