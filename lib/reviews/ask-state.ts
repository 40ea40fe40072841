import { z } from 'zod';

/**
 * How an ask stands, read from its lines: `open` while any waits for a decision, `answering` while the consumer has to
 * answer first, `deferred` while the rest is put off, `partly` when lines ended differently.
 */
export const AskState = z.enum([
  'open',
  'answering',
  'deferred',
  'partly',
  'accepted',
  'declined',
  'covered',
  'withdrawn',
]);
export type AskState = z.infer<typeof AskState>;
