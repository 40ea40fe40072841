import { z } from 'zod';
import { RequirementKind, Verdict } from '@/lib/engine/plan';
import { DiffMark } from './diff-marks';
import { Named } from './named';

const Line = z.strictObject({
  product: Named,
  team: Named.nullable(),
  kind: RequirementKind,
  target: z.string().nullable(),
  verdict: Verdict,
  words: z.string(),
});

/** What a change upstream does to one consumer, by name and in numbers. */
export const ConsumerEffect = z.strictObject({
  consumer: Named,
  owner: Named.nullable(),
  people: z.array(Named),
  /** Something is no longer met, or can no longer be computed. */
  breaks: z.boolean(),
  words: z.string(),
  /** Metrics that stand on what is no longer met. */
  metrics: z.array(z.string()),
  /** What can no longer be computed at all. */
  lost: z.array(z.string()),
  broken: z.array(Line),
  mended: z.array(Line),
  /** What is newly asked, and of whom. */
  asked: z.array(
    z.strictObject({
      product: Named,
      team: Named.nullable(),
      target: z.string().nullable(),
      verdict: Verdict,
      words: z.string(),
    }),
  ),
  /** How many requirements nobody needs any more. */
  released: z.number().int(),
  /** Minutes; null where it is not known. */
  age: z.strictObject({ before: z.number().nullable(), after: z.number().nullable() }),
  conflicts: z.array(z.string()),
  /** The same change, requirement by requirement, as the lineage draws it. */
  marks: z.array(DiffMark),
});
export type ConsumerEffect = z.infer<typeof ConsumerEffect>;
