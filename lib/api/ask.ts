import { z } from 'zod';
import { Alignment } from '@/lib/catalog/snapshot';
import { AskAction } from '@/lib/reviews/ask-action';
import { AskState } from '@/lib/reviews/ask-state';
import { Instant, Named } from './named';
import { RequirementLine } from './requirement-line';

const head = {
  /** `consumer~product~entity`, or `consumer~product` for what is asked of the product as a whole. */
  key: z.string(),
  consumer: z.strictObject({ key: z.string(), name: z.string(), owner: Named.nullable() }),
  product: z.strictObject({ key: z.string(), name: z.string(), alignment: Alignment }),
  entity: z.string().nullable(),
  /** "Order: 6 columns, 4 checks, at most 10 h 50 old". */
  title: z.string(),
  /** Who decides; null when nobody owns the product. */
  team: Named.nullable(),
  state: AskState,
  /** Everything in it is already promised: nobody needs to decide. */
  covered: z.boolean(),
};

/** What one consumer asks of one upstream entity: people decide on asks, not on single requirements. */
export const Ask = z.strictObject({ ...head, lines: z.array(RequirementLine) });
export type Ask = z.infer<typeof Ask>;

export const AskSummary = z.strictObject({
  ...head,
  lines: z.number().int(),
  open: z.number().int(),
  version: z.number().int(),
  /** What the reader may do with at least one of its lines. */
  actions: z.array(AskAction),
  /** Lines that wait for the consumer's answer. */
  toAnswer: z.number().int(),
  /** It was put off until a day that has come. */
  isDue: z.boolean(),
  since: Instant,
  askedBy: Named.nullable(),
  /** The number of the newest event about it that somebody else caused; 0 where there is none. */
  latest: z.number().int(),
  /** The reader has not opened it since. */
  isNew: z.boolean(),
});
export type AskSummary = z.infer<typeof AskSummary>;
