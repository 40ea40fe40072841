import { z } from 'zod';

/**
 * What an expectation or a house rule may state. One closed list serves both; a record holds record ids where a
 * workspace file holds keys, so references are plain strings here and the file reader translates them.
 */
const Ratio = z.number().min(0).max(1);
const Minutes = z.number().nonnegative();
const Days = z.number().int().positive();
const Scalar = z.union([z.string(), z.number(), z.boolean()]);
/** What something is counted or compared per; a file may state these and nothing else. */
export const PERIODS = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const;
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day, HH:MM');

export const ExpectationRule = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('not-null'), when: z.string().optional() }),
  z.strictObject({ rule: z.literal('unique'), attributes: z.array(z.string()).min(1).optional() }),
  z.strictObject({ rule: z.literal('in-set'), values: z.array(Scalar).min(1) }),
  z.strictObject({ rule: z.literal('range'), min: Scalar.optional(), max: Scalar.optional() }),
  z.strictObject({ rule: z.literal('pattern'), regex: z.string() }),
  z.strictObject({ rule: z.literal('holds'), condition: z.string(), min: Ratio.optional() }),
  z.strictObject({
    rule: z.literal('completeness'),
    of: z.enum(['rows', 'values']).optional(),
    min: Ratio,
    weight: z.string().optional(),
    when: z.string().optional(),
  }),
  z.strictObject({ rule: z.literal('reference'), maxOrphans: Ratio.optional() }),
  z.strictObject({
    rule: z.literal('reconcile'),
    left: z.string(),
    right: z.string(),
    within: Ratio,
    per: z.string().optional(),
  }),
  z.strictObject({
    rule: z.literal('volume'),
    min: z.number().nonnegative().optional(),
    max: z.number().nonnegative().optional(),
    per: z.string().optional(),
  }),
  z.strictObject({ rule: z.literal('freshness'), maxMinutes: Minutes }),
  z.strictObject({
    rule: z.literal('deadline'),
    at: ClockTime,
    timezone: z.string().optional(),
    dayOffset: z.number().int().optional(),
  }),
  z.strictObject({ rule: z.literal('availability'), min: Ratio }),
  z.strictObject({ rule: z.literal('history'), days: Days }),
  z.strictObject({
    rule: z.literal('delivery'),
    mode: z.enum(['batch', 'stream', 'api', 'sql']),
    format: z.string().optional(),
    product: z.string().optional(),
  }),
]);
export type ExpectationRule = z.infer<typeof ExpectationRule>;

/** What only a house rule may state, beside everything an expectation may. */
export const HouseRule = z.union([
  ExpectationRule,
  z.discriminatedUnion('rule', [
    z.strictObject({ rule: z.literal('owner') }),
    z.strictObject({ rule: z.literal('stays-in'), alignment: z.string().optional(), domain: z.string().optional() }),
    z.strictObject({ rule: z.literal('mask') }),
    z.strictObject({ rule: z.literal('history-max'), days: Days }),
    z.strictObject({ rule: z.literal('currency') }),
  ]),
]);
export type HouseRule = z.infer<typeof HouseRule>;
