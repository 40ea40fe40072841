import { z } from 'zod';

/** What can happen to an ask, one kind per way its requirements move. */
export const AskEventKind = z.enum([
  'ask-proposed',
  'ask-covered',
  'ask-withdrawn',
  'ask-accepted',
  'ask-declined',
  'ask-countered',
  'ask-questioned',
  'ask-deferred',
  'ask-delegated',
  'ask-agreed',
  'ask-answered',
  'ask-implemented',
  'ask-verified',
]);
export type AskEventKind = z.infer<typeof AskEventKind>;
