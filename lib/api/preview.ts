import { z } from 'zod';
import { ConflictCode, Plan, Repair } from '@/lib/engine/plan';
import { ModelRecord, RecordId } from '@/lib/model/records';
import { Ask } from './ask';
import { Named } from './named';
import { RequirementLine } from './requirement-line';
import { TriedChange } from './tried-change';

export const PreviewRequest = z.strictObject({
  /** The model to look at; the saved draft when absent. */
  records: z.array(ModelRecord).max(20_000).optional(),
  /** A repair's change applies as it is. */
  whatIf: TriedChange.optional(),
});
export type PreviewRequest = z.infer<typeof PreviewRequest>;

/** "What this asks of others": per team and in all. */
export const Strip = z.strictObject({
  teams: z.array(
    z.strictObject({
      /** Null for products nobody owns. */
      team: Named.nullable(),
      products: z.array(Named),
      covered: z.number().int(),
      needsMore: z.number().int(),
      nobody: z.number().int(),
      columns: z.number().int(),
      words: z.string(),
    }),
  ),
  totals: z.strictObject({ covered: z.number().int(), needsMore: z.number().int(), nobody: z.number().int() }),
  bytes: z.strictObject({ needed: z.number(), estate: z.number(), share: z.number() }),
  /** Everything in the way but the age, which is told below; what cannot be had first. */
  conflicts: z.array(
    z.strictObject({
      code: ConflictCode,
      at: z.string(),
      target: z.string().nullable(),
      severity: z.enum(['error', 'warning']),
      words: z.string(),
      people: z.array(Named),
      repairs: z.array(Repair),
    }),
  ),
  freshness: z.strictObject({
    /** The strictest age the model states; null when it states none. */
    maxMinutes: z.number().nullable(),
    /** How old it may become by what was agreed, where that is older. */
    agreedMinutes: z.number().nullable(),
    feasible: z.boolean(),
    /** What is offered today is fresh enough; feasible without it means that somebody must promise more. */
    isMet: z.boolean(),
    words: z.string(),
    conflicts: z.array(
      z.strictObject({
        at: z.string(),
        words: z.string(),
        /** The scheduled products on the tightest path. */
        products: z.array(Named),
        repairs: z.array(Repair),
      }),
    ),
  }),
});
export type Strip = z.infer<typeof Strip>;

export const IssueLine = z.strictObject({
  code: z.string(),
  /** The record by name, `order.status`; the product's name when it is about the whole model. */
  at: z.string(),
  recordId: RecordId.nullable(),
  severity: z.enum(['error', 'warning']),
  words: z.string(),
  /** The repair as records to save, where there is one. */
  fix: z.strictObject({ words: z.string(), put: z.array(ModelRecord), remove: z.array(RecordId) }).optional(),
});
export type IssueLine = z.infer<typeof IssueLine>;

export const Coverage = z.enum(['met', 'needs-more', 'nobody', 'unused', 'not-planned']);
export type Coverage = z.infer<typeof Coverage>;

/** Its lines are told in full by the comparison; here only which they are. */
const PreviewAsk = Ask.extend({
  lines: z.array(RequirementLine.pick({ id: true, target: true, kind: true, rule: true, state: true, change: true })),
});

export const Preview = z.strictObject({
  /** Without what it asks, which the comparison tells. */
  plan: Plan.omit({ requirements: true }),
  summary: Strip,
  comparison: z.strictObject({
    added: z.array(RequirementLine),
    tightened: z.array(RequirementLine),
    relaxed: z.array(RequirementLine),
    withdrawn: z.array(RequirementLine),
    unchanged: z.array(RequirementLine),
  }),
  asks: z.array(PreviewAsk),
  issues: z.array(IssueLine),
  /** Per record of the model: does somebody offer it? Records that nothing uses are left out. */
  coverage: z.record(RecordId, Coverage),
  /** Stands for everything above: sending hands it back, and is refused when the plan has changed meanwhile. */
  fingerprint: z.string(),
});
export type Preview = z.infer<typeof Preview>;
