import { z } from 'zod';
import { DraftChange } from './draft';
import { IssueLine, Preview } from './preview';

export const ProblemCode = z.enum([
  'malformed-json',
  'invalid-request',
  'not-json',
  'too-large',
  'cross-origin',
  'not-signed-in',
  'forbidden',
  'not-found',
  'precondition-required',
  'stale',
  'idempotency-key-required',
  'idempotency-key-reused',
  'plan-changed',
  'not-publishable',
  'lineage-loop',
  'thread-full',
  'too-many-streams',
  'nothing-to-decide',
  'lines-not-open',
  'cannot-be-kept',
  'product-without-owner',
  'reason-required',
  'move-incomplete',
  'day-passed',
  'counter-refused',
  'delegate-refused',
  'own-ask',
  'cannot-provide',
  'key-taken',
  'nothing-published',
  'draft-unchanged',
  'promise-not-kept',
  'port-agreed',
  'not-in-demo',
  'file-refused',
  'workspace-in-use',
  'called-off',
  'edit-refused',
  'unavailable',
  'internal',
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** One place in what was sent, and what is wrong there. */
export const ProblemPlace = z.strictObject({
  path: z.array(z.union([z.string(), z.number()])),
  words: z.string(),
  line: z.number().int().optional(),
  column: z.number().int().optional(),
});
export type ProblemPlace = z.infer<typeof ProblemPlace>;

/** An RFC 9457 problem, with what a client needs to go on: what changed meanwhile, the new plan, the issues. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: ProblemCode,
  problems: z.array(ProblemPlace).optional(),
  /** `stale`: what stands now; of a draft with every save since the revision the client knew. */
  revision: z.number().int().optional(),
  version: z.number().int().optional(),
  changes: z.array(DraftChange).optional(),
  /** `plan-changed`: the plan as it is now. */
  preview: Preview.optional(),
  /** `not-publishable`. */
  issues: z.array(IssueLine).optional(),
});
export type Problem = z.infer<typeof Problem>;
