import { z } from 'zod';
import { PlanChange, RequirementValue } from '@/lib/engine/plan';
import { Named } from './named';

export const ConsequenceQuestion = z.strictObject({
  /** The requirements something else would be offered for. */
  lines: z.array(z.string().max(100)).min(1).max(50),
  value: RequirementValue,
  /** The day from which it would hold. */
  date: z.iso.date().optional(),
});
export type ConsequenceQuestion = z.infer<typeof ConsequenceQuestion>;

/** What comes of an offer, line by line, computed before anybody hears of it. */
export const AskConsequence = z.strictObject({
  lines: z.array(
    z.strictObject({
      line: z.string(),
      /** "24 h instead of 6 h: Repeat rate becomes 27 h old; it breaks what 2 consumers were promised." */
      words: z.string(),
      consumers: z.array(
        z.strictObject({
          consumer: Named,
          owner: Named.nullable(),
          asked: RequirementValue,
          isBroken: z.boolean(),
          metrics: z.array(z.strictObject({ key: z.string(), name: z.string(), ageMinutes: z.number().nullable() })),
          needs: z.array(z.strictObject({ name: z.string(), isBroken: z.boolean(), words: z.string() })),
          policies: z.array(z.string()),
        }),
      ),
      alternatives: z.array(
        z.strictObject({
          kind: z.enum(['schedule', 'slack', 'state-less']),
          consumer: Named,
          words: z.string(),
          /** What a preview can try as it is; null where nothing has to change. */
          change: PlanChange.nullable(),
        }),
      ),
    }),
  ),
});
export type AskConsequence = z.infer<typeof AskConsequence>;
