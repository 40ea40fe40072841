import { z } from 'zod';
import { Agreement } from '@/lib/catalog/agreement';
import { Build, Key, Policy, Promises } from '@/lib/catalog/snapshot';
import { ModelRecord, RecordId } from '@/lib/model/records';
import { ExpectationRule } from '@/lib/model/rule';

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
  /** The agreed contract it stems from: who gives whom how long notice; absent otherwise. */
  contract: z.strictObject({ consumer: z.string(), product: z.string(), noticeDays: z.number() }).optional(),
  /** Nobody stated it: why it comes along with what is needed anyway. */
  generated: z.string().optional(),
  /** From the consumer to the requirement: `product:entity.attribute`, `product:entity` or `product`. */
  path: z.array(z.string()),
});
export type Cause = z.infer<typeof Cause>;

/** A need that is not met, in the units of its requirement: whose it is, what it asks and what it is offered itself. */
export const ShortNeed = z.strictObject({
  ...Cause.pick({ consumer: true, metric: true, expectation: true, policy: true }).shape,
  value: RequirementValue,
  dayOffset: z.number().int().optional(),
  verdict: Verdict,
  supply: RequirementValue,
  supplyDayOffset: z.number().int().optional(),
  slack: z.number().nullable(),
});
export type ShortNeed = z.infer<typeof ShortNeed>;

/**
 * How a check stands to the need it comes from. `exact` holds exactly when the need does; `sufficient` may alarm when the
 * need is kept; `necessary` is an early warning, and the check further downstream stays.
 */
export const Placement = z.strictObject({
  strength: z.enum(['exact', 'sufficient', 'necessary']),
  /** It is checked here because it cannot move further left. */
  stays: z.boolean().optional(),
  why: z.string().optional(),
});
export type Placement = z.infer<typeof Placement>;

export const Requirement = z.strictObject({
  product: z.string(),
  target: z.string().nullable(),
  kind: RequirementKind,
  rule: z.string().nullable(),
  role: z.enum(['direct', 'indirect']).nullable(),
  value: RequirementValue,
  /** What the needs by themselves come to where something weaker was agreed, which is then the value; absent otherwise. */
  asked: RequirementValue.optional(),
  askedDayOffset: z.number().int().optional(),
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
  placement: Placement.optional(),
  /** The consumers that need the strictest value. */
  binding: z.array(z.string()),
  /**
   * Where several needs of a number are behind a row that is not met: each that is not, the worst off first, which is the one
   * that verdict, supply and slack speak of. It may be another than the strictest, because they read different things.
   */
  short: z.array(ShortNeed).optional(),
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
/**
 * A change to the workspace as plain data: what a repair proposes, what a person tries before deciding, what a preview
 * applies. It names things as plans do; what it names and nobody has changes nothing.
 */
export const PlanChange = z.strictObject({
  schedules: z.array(Schedule).max(1000),
  /** Ask for less instead: every stated age of the consumer becomes no stricter than this. */
  freshness: z.strictObject({ consumer: z.string(), maxMinutes: z.number() }).optional(),
  builds: z
    .array(z.strictObject({ product: z.string(), build: Build }))
    .max(1000)
    .optional(),
  /** As if both sides had agreed on it; one in the same place as another replaces it. */
  agreements: z
    .array(z.strictObject({ consumer: z.string(), agreement: Agreement }))
    .max(1000)
    .optional(),
  /** What is named replaces the promise of that name; the others stay. */
  promises: z
    .array(z.strictObject({ product: z.string(), promises: Promises }))
    .max(1000)
    .optional(),
  /** A stated need by its name (`freshness on model`), with another rule in its place; null takes it back. */
  needs: z
    .array(z.strictObject({ consumer: z.string(), expectation: z.string(), rule: ExpectationRule.nullable() }))
    .max(1000)
    .optional(),
  /** A consumer that is dropped states and measures nothing any more; its drawing stays. */
  drop: z
    .strictObject({
      consumers: z.array(z.string()).max(1000).optional(),
      metrics: z
        .array(z.strictObject({ consumer: z.string(), metric: z.string() }))
        .max(1000)
        .optional(),
    })
    .optional(),
  /** Where a wish comes from: `product.entity`, for an attribute `product.entity.attribute`. */
  bind: z
    .array(
      z.strictObject({ product: z.string(), entity: z.string(), attribute: z.string().nullable(), to: z.string() }),
    )
    .max(1000)
    .optional(),
  owners: z
    .array(z.strictObject({ product: z.string(), team: Key.nullable() }))
    .max(1000)
    .optional(),
  /** House rules taken back by key, and others put in or over one of the same key. */
  policies: z
    .strictObject({ drop: z.array(z.string()).max(1000), put: z.array(Policy).max(1000).optional() })
    .optional(),
  /** A record that is there keeps its place among its kind, a new one goes last. */
  records: z
    .array(
      z.strictObject({
        product: z.string(),
        put: z.array(ModelRecord).max(20_000),
        remove: z.array(RecordId).max(20_000),
      }),
    )
    .max(1000)
    .optional(),
});
export type PlanChange = z.infer<typeof PlanChange>;
export const Repair = z.strictObject({
  words: z.string(),
  /** What to change; a preview can apply it as it is. */
  change: PlanChange,
  effect: z.strictObject({
    /**
     * What the plan says after the change: required minutes per upstream product, and who must still do better, in age or
     * in what the conflict was about.
     */
    freshness: z.record(z.string(), z.number()),
    tighten: z.array(z.string()),
    /** Planned again after the change: the conflict is gone. Absent on repairs of freshness, whose numbers say it. */
    resolves: z.literal(true).optional(),
    /** Codes of the conflicts the consumer still has after the change. */
    remaining: z.array(z.string()).optional(),
    /** What the consumer gives up by it, by name. */
    loses: z.array(z.string()).optional(),
  }),
});
export type Repair = z.infer<typeof Repair>;
export const ConflictCode = z.enum([
  'infeasible-freshness',
  'infeasible-deadline',
  'infeasible-availability',
  'policy-against-need',
  'definition',
  'grain',
  'cardinality',
  'fan-out',
  'type',
  'unit',
  'currency',
  'timezone',
  'rows-excluded',
  'history-lost',
  'history-max',
  'gap',
  'ownerless',
  'duplicate-product',
  'statistics',
  'delivery',
  'reconciliation',
  'validity',
]);
export type ConflictCode = z.infer<typeof ConflictCode>;
export const PlanConflict = z.strictObject({
  code: ConflictCode,
  consumer: z.string(),
  at: z.string(),
  /** What it is about, in that product's terms or in the consumer's; absent where it is about the whole product. */
  target: z.string().optional(),
  /** A warning can be lived with: the plan stands, and somebody should look. Absent: it cannot be had. */
  severity: z.literal('warning').optional(),
  /** Freshness: the scheduled products on the tightest path, in order from the consumer to the source. Else whom it touches. */
  products: z.array(z.string()),
  path: z.array(z.string()),
  numbers: z.record(z.string(), z.unknown()),
  words: z.string(),
  /** The teams that own the products it touches, by key. */
  people: z.array(z.strictObject({ team: z.string() })).optional(),
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
  /** How old it may become when everybody keeps what was agreed; absent where that is no older than it states. */
  agreed: z.strictObject({ freshnessMinutes: z.number() }).optional(),
  issues: z.array(
    z.strictObject({ code: z.string(), at: z.string(), severity: z.enum(['error', 'warning']), words: z.string() }),
  ),
  /** What the consumer checks itself, each with the reason why nobody upstream can. */
  checks: z.array(
    z.strictObject({
      on: z.string(),
      rule: z.string(),
      /** SQL over the entity's attributes (over metrics to compare them); a row breaks the rule where it is false. */
      check: z.string(),
      strength: z.enum(['exact', 'sufficient', 'necessary']),
      why: z.string(),
    }),
  ),
  /** Names of records that have an error and are therefore not in the plan. */
  leftOut: z.array(z.string()),
  /** Empty: every legal rule is planned. The key stays for readers of the frozen shape. */
  notPlanned: z.array(z.strictObject({ rule: z.string(), on: z.string(), policy: z.string().optional() })),
});
export type ConsumerPlan = z.infer<typeof ConsumerPlan>;

/** What is wrong with a product that nobody in the plan needs. */
export const ProductIssue = z.strictObject({
  code: z.string(),
  at: z.string(),
  severity: z.enum(['error', 'warning']),
  policy: z.string(),
  words: z.string(),
});
export type ProductIssue = z.infer<typeof ProductIssue>;

export const Plan = z.strictObject({
  headwater: z.literal(1),
  consumers: z.array(ConsumerPlan),
  requirements: z.array(Requirement),
  scopes: z.array(Scope),
  unused: z.array(z.strictObject({ source: z.string(), table: z.string(), bytes: z.number() })),
  conflicts: z.array(PlanConflict),
  /** House rules that products break of which nothing is needed here; told by the command line, absent where there are none. */
  productIssues: z.array(ProductIssue).optional(),
});
export type Plan = z.infer<typeof Plan>;
