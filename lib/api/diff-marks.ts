import { z } from 'zod';
import { DIFF_CHANGES } from '@/lib/reviews/diff-marks';
import { Instant, Named } from './named';

/** How many requirements of a product change in one way, and through which product they are read. */
export const DiffMark = z.strictObject({
  product: z.string(),
  reader: z.string().nullable(),
  change: z.enum(DIFF_CHANGES),
  count: z.number().int(),
});
export type DiffMark = z.infer<typeof DiffMark>;

/** What whoever asks changed last, everywhere; `since` is when they asked before that, null the first time. */
export const AskChanges = z.strictObject({
  consumer: Named,
  at: Instant,
  by: Named.nullable(),
  since: Instant.nullable(),
  marks: z.array(DiffMark),
});
export type AskChanges = z.infer<typeof AskChanges>;
