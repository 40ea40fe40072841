import { z } from 'zod';
import { Requirement, RequirementValue } from '@/lib/engine/plan';
import { RequirementState } from '@/lib/reviews/state';
import { Instant, Named } from './named';

/** A requirement as people read it: the engine's row with its sentence, whose product it is, and how it stands. */
export const RequirementLine = Requirement.extend({
  /** Absent in a preview for what nobody has been asked yet. */
  id: z.string().optional(),
  words: z.string(),
  team: Named.nullable(),
  productName: z.string(),
  state: RequirementState,
  /** Against what was asked before. */
  change: z.enum(['added', 'tightened', 'relaxed', 'withdrawn', 'unchanged']).optional(),
  previous: RequirementValue.optional(),
  decided: z.strictObject({ by: Named, at: Instant, reason: z.string().nullable() }).nullable(),
});
export type RequirementLine = z.infer<typeof RequirementLine>;
