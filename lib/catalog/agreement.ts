import { z } from 'zod';

/**
 * What a consumer and an owner have agreed on in place of what was asked, as one value beside the consumer: the plan is
 * made with it. It holds for exactly as long as no more than `asked` is needed in that place; whoever reads it decides
 * that from the need, never from a clock.
 */
const Value = z.union([z.number(), z.string(), z.record(z.string(), z.unknown())]);
export const Agreement = z.strictObject({
  product: z.string(),
  target: z.string().nullable(),
  kind: z.string(),
  rule: z.string().nullable(),
  asked: Value,
  value: Value,
  /** Deadlines only: the day both times are read on, against the stated one. */
  dayOffset: z.number().int().optional(),
});
export type Agreement = z.infer<typeof Agreement>;
