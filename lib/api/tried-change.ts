import { z } from 'zod';
import { PlanChange, Schedule } from '@/lib/engine/plan';

/** At most a hundred years: nothing takes longer, and sums of it stay numbers. */
const Minutes = z.number().nonnegative().max(52_560_000);

/** A change somebody wants to try, in minutes that somebody could also save. */
export const TriedChange = PlanChange.extend({
  schedules: z.array(Schedule.extend({ everyMinutes: Minutes, takesMinutes: Minutes })).max(1000),
  freshness: z.strictObject({ consumer: z.string(), maxMinutes: Minutes }).optional(),
});
