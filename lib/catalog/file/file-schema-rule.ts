import { z } from 'zod';
import { ExpectationRule, HouseRule, PERIODS } from '@/lib/model/rule';
import { FileTimeZone, Reference, unfinished } from './file-schema-base';

/** What stands around a rule where a model expects it of something. */
const around = {
  on: Reference,
  enforcement: z.enum(['audit', 'check']).default('check'),
  words: unfinished(z.string()),
  /** A number nobody stated. Short for `origin: estimated`. */
  estimated: z.boolean().default(false),
  origin: z.enum(['stated', 'estimated', 'policy']).optional(),
};

const [notNull, unique, inSet, range, pattern, holds, completeness, reference, ofMetrics, ...others] =
  ExpectationRule.options;
const [ofRows, freshness, ofTheDay, availability, history, delivery] = others;
/** While it is being written, a record may name a period and a zone that do not exist; a file may not. */
const Period = z
  .string()
  .refine((per) => PERIODS.some((known) => known === per), {
    error: `one of ${PERIODS.join(', ')}`,
    params: { choices: PERIODS },
  })
  .optional();
const reconcile = ofMetrics.extend({ per: Period });
const volume = ofRows.extend({ per: Period });
const deadline = ofTheDay.extend({ timezone: FileTimeZone.optional() });

/** One line of a model's `expectations`. A test holds the list against the rules a record may state. */
export const FileExpectation = z.discriminatedUnion('rule', [
  notNull.extend(around),
  unique.extend(around),
  inSet.extend(around),
  range.extend(around),
  pattern.extend(around),
  holds.extend(around),
  completeness.extend(around),
  reference.extend(around),
  reconcile.extend(around),
  volume.extend(around),
  freshness.extend(around),
  deadline.extend(around),
  availability.extend(around),
  history.extend(around),
  delivery.extend(around),
]);
export type FileExpectation = z.infer<typeof FileExpectation>;

const [, houseOnly] = HouseRule.options;
const [owner, staysIn, mask, historyMax, currency] = houseOnly.options;

/** One rule a house rule requires: everything an expectation may state, and what only the house may. */
export const FileHouseRule = z.discriminatedUnion('rule', [
  notNull,
  unique,
  inSet,
  range,
  pattern,
  holds,
  completeness,
  reference,
  reconcile,
  volume,
  freshness,
  deadline,
  availability,
  history,
  delivery,
  owner,
  staysIn,
  mask,
  historyMax,
  currency,
]);
