import { z } from 'zod';

/**
 * What a push would ask of everyone upstream; nothing has been asked yet. This shape is what `plan --json` prints and
 * what the preview shows: frozen, additive changes only. Rows are merged over consumers, one per (product, target,
 * kind, rule), sorted by those four; a consumer's own product never appears in them.
 */
export const RequirementKind = z.enum([
  'entity',
  'attribute',
  'grain',
  'relationship',
  'rows',
  'history',
  'freshness',
  'deadline',
  'availability',
  'completeness',
  'uniqueness',
  'reference',
  'validity',
  'volume',
  'reconciliation',
  'privacy',
  'delivery',
  'stability',
]);
export type RequirementKind = z.infer<typeof RequirementKind>;
export const Verdict = z.enum(['met', 'tighten', 'missing', 'conflict', 'infeasible']);
export type Verdict = z.infer<typeof Verdict>;

/** Minutes for freshness, HH:MM for a deadline, 0..1 for ratios, days (or "all") for history, SQL for rows, else an object. */
export const RequirementValue = z.union([z.number(), z.string(), z.record(z.string(), z.unknown()), z.null()]);
export type RequirementValue = z.infer<typeof RequirementValue>;

export const Cause = z.strictObject({
  consumer: z.string(),
  /** The metric that needs it; null when an expectation or a house rule does. */
  metric: z.string().nullable(),
  /** The stated expectation it stems from, as `rule on target`; absent for metrics. */
  expectation: z.string().optional(),
  /** The house rule it stems from; absent otherwise. */
  policy: z.string().optional(),
  /** From the consumer to the requirement: `product:entity.attribute`, `product:entity` or `product`. */
  path: z.array(z.string()),
});
export type Cause = z.infer<typeof Cause>;

export const Requirement = z.strictObject({
  product: z.string(),
  target: z.string().nullable(),
  kind: RequirementKind,
  rule: z.string().nullable(),
  role: z.enum(['direct', 'indirect']).nullable(),
  value: RequirementValue,
  /** Deadlines only: days against the stated day, and the zone it is read in. */
  dayOffset: z.number().int().optional(),
  timezone: z.string().optional(),
  verdict: Verdict,
  /** What is offered today, in the unit of value; null when nothing or nothing known is. */
  supply: RequirementValue,
  /** Deadlines only: the day of the supply against the stated one. */
  supplyDayOffset: z.number().int().optional(),
  /** Positive is room: required minus supplied for times, supplied minus required for ratios and days. */
  slack: z.number().nullable(),
  /** Zero tolerance: no deviation may be agreed. */
  hard: z.boolean(),
  approximate: z.boolean(),
  /** The consumers that need the strictest value. */
  binding: z.array(z.string()),
  because: z.array(Cause),
});
export type Requirement = z.infer<typeof Requirement>;

export const Scope = z.strictObject({
  source: z.string(),
  table: z.string(),
  columns: z.array(z.string()),
  deferred: z.array(z.string()),
  where: z.string().nullable(),
  historyDays: z.union([z.number(), z.literal('all')]).nullable(),
  rows: z.number(),
  bytes: z.number(),
  allBytes: z.number(),
  /** Deferred columns whose past will be gone when somebody asks later: the table overwrites. */
  historyLost: z.boolean(),
  consumers: z.array(z.string()),
});
export type Scope = z.infer<typeof Scope>;

export const Schedule = z.strictObject({ product: z.string(), everyMinutes: z.number(), takesMinutes: z.number() });
export type Schedule = z.infer<typeof Schedule>;
export const Repair = z.strictObject({
  words: z.string(),
  /** What to change; a preview can apply it as it is. */
  change: z.strictObject({
    schedules: z.array(Schedule),
    /** Ask for less instead. */
    freshness: z.strictObject({ consumer: z.string(), maxMinutes: z.number() }).optional(),
  }),
  /** What the plan says after the change: required minutes per upstream product, and who must still do better. */
  effect: z.strictObject({ freshness: z.record(z.string(), z.number()), tighten: z.array(z.string()) }),
});
export type Repair = z.infer<typeof Repair>;
export const PlanConflict = z.strictObject({
  code: z.enum(['infeasible-freshness']),
  consumer: z.string(),
  at: z.string(),
  /** The scheduled products on the tightest path, in order from the consumer to the source. */
  products: z.array(z.string()),
  path: z.array(z.string()),
  numbers: z.record(z.string(), z.unknown()),
  words: z.string(),
  /** Found by planning again; empty when none was found, and then the words say so. */
  repairs: z.array(Repair),
});
export type PlanConflict = z.infer<typeof PlanConflict>;

export const ConsumerPlan = z.strictObject({
  key: z.string(),
  own: z.strictObject({ availability: z.number().optional() }),
  composite: z.strictObject({
    availability: z.number().optional(),
    freshnessMinutes: z.number().optional(),
  }),
  issues: z.array(
    z.strictObject({ code: z.string(), at: z.string(), severity: z.enum(['error', 'warning']), words: z.string() }),
  ),
  /** Names of records that have an error and are therefore not in the plan. */
  leftOut: z.array(z.string()),
  /** Legal rules that this version of the engine does not plan yet. */
  notPlanned: z.array(z.strictObject({ rule: z.string(), on: z.string(), policy: z.string().optional() })),
});
export type ConsumerPlan = z.infer<typeof ConsumerPlan>;

export const Plan = z.strictObject({
  headwater: z.literal(1),
  consumers: z.array(ConsumerPlan),
  requirements: z.array(Requirement),
  scopes: z.array(Scope),
  unused: z.array(z.strictObject({ source: z.string(), table: z.string(), bytes: z.number() })),
  conflicts: z.array(PlanConflict),
});
export type Plan = z.infer<typeof Plan>;
