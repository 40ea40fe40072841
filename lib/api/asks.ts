import { z } from 'zod';
import { Ask } from './ask';
import { Instant, Named } from './named';

export const AskDecision = z.strictObject({
  id: z.string(),
  action: z.enum(['accept', 'decline']),
  by: Named,
  at: Instant,
  reason: z.string().nullable(),
  /** Ids of the requirements it decided. */
  lines: z.array(z.string()),
});
export type AskDecision = z.infer<typeof AskDecision>;

export const AskPage = Ask.extend({
  /** The ETag says the same. */
  version: z.number().int(),
  askedBy: Named.nullable(),
  since: Instant,
  decisions: z.array(AskDecision),
  canDecide: z.boolean(),
  /** Why the reader may not decide, in words; null when they may. */
  whyNot: z.string().nullable(),
});
export type AskPage = z.infer<typeof AskPage>;

export const DecideAsk = z.strictObject({
  action: z.enum(['accept', 'decline']),
  /** The requirements decided on; absent means every open one. */
  lines: z.array(z.string().max(100)).min(1).max(5_000).optional(),
  reason: z.string().trim().max(2_000).optional(),
});
export type DecideAsk = z.infer<typeof DecideAsk>;
