import { z } from 'zod';
import { ConsumerEffect } from './effects';
import { Named } from './named';
import { TriedChange } from './tried-change';

export const WhatIfQuestion = z.strictObject({
  change: TriedChange,
  /** Keys; every consumer that has been sent upstream when absent. */
  consumers: z.array(z.string().min(1).max(100)).max(1000).optional(),
});
export type WhatIfQuestion = z.infer<typeof WhatIfQuestion>;

export const WhatIfAnswer = z.strictObject({
  /** The consumers that would notice, by name. */
  effects: z.array(ConsumerEffect),
  /** Consumers that were looked at and would not notice. */
  untouched: z.array(Named),
  /** Minutes of the longest delay after the change; 0 when nothing is too old. */
  missingMinutes: z.number(),
  /** Who has room to give, most first; `covers` when it is more than what is missing. */
  room: z.array(z.strictObject({ product: Named, team: Named.nullable(), minutes: z.number(), covers: z.boolean() })),
  /** Where the minutes go on the paths that are too long, most first. */
  spending: z.array(z.strictObject({ product: Named, team: Named.nullable(), minutes: z.number(), on: Named })),
});
export type WhatIfAnswer = z.infer<typeof WhatIfAnswer>;
