import { z } from 'zod';
import { RequirementValue } from '@/lib/engine/plan';
import { AskAction } from '@/lib/reviews/ask-action';
import { Ask } from './ask';
import { Instant, Named } from './named';
import { RequirementLine } from './requirement-line';

const Day = z.iso.date();

/** A line of an ask with what both sides have said about it, and what the reader may do now. */
export const AskPageLine = RequirementLine.extend({
  actions: z.array(AskAction),
  /** Why it cannot be said yes to as things are built, and which schedules would be fast enough; null where it can. */
  wayOut: z
    .strictObject({
      words: z.string(),
      repairs: z.array(z.strictObject({ words: z.string(), products: z.array(Named) })),
    })
    .nullable(),
  /** In what something else can be offered; null where there is nothing between yes and no. */
  counterIn: z.enum(['minutes', 'share', 'days', 'clock', 'subset']).nullable(),
  counter: z
    .strictObject({ value: RequirementValue, reason: z.string(), date: Day.nullable(), by: Named, at: Instant })
    .nullable(),
  question: z.string().nullable(),
  deferredUntil: Day.nullable(),
  delegate: Named.nullable(),
  /** The second name under an agreement; the first asked. */
  agreed: z.strictObject({ by: Named, at: Instant }).nullable(),
  /** Open asks nearer to the consumer that have to be settled first. */
  waitsOn: z.array(
    /** `wouldBe`: what would be asked here if the offer that stands there is agreed to; null where none stands. */
    z.strictObject({ ask: z.string(), product: Named, wouldBe: RequirementValue }),
  ),
  /** Who needs it most of several, and what the others would still need without them. */
  bound: z
    .strictObject({
      binding: z.array(Named),
      value: RequirementValue,
      without: RequirementValue,
      others: z.array(Named),
    })
    .nullable(),
});
export type AskPageLine = z.infer<typeof AskPageLine>;

export const AskDecision = z.strictObject({
  id: z.string(),
  action: AskAction,
  by: Named,
  at: Instant,
  /** Why, the question, or the answer. */
  reason: z.string().nullable(),
  value: RequirementValue,
  date: Day.nullable(),
  until: Day.nullable(),
  to: Named.nullable(),
  /** Ids of the requirements it decided. */
  lines: z.array(z.string()),
});
export type AskDecision = z.infer<typeof AskDecision>;

export const AskPage = Ask.extend({
  lines: z.array(AskPageLine),
  /** The ETag says the same. */
  version: z.number().int(),
  askedBy: Named.nullable(),
  /** Whose change of which product upstream brought it; null when whoever asks sent it. */
  through: z.strictObject({ by: Named, how: z.enum(['change', 'agreement']), product: Named }).nullable(),
  /** What whoever asks wrote to those who are asked; null when the words are not theirs. */
  why: z.string().nullable(),
  since: Instant,
  decisions: z.array(AskDecision),
  canDecide: z.boolean(),
  /** Why the reader may not decide, in words; null when they may. */
  whyNot: z.string().nullable(),
});
export type AskPage = z.infer<typeof AskPage>;

const Words = z.string().trim().max(2_000).optional();
const Lines = z.array(z.string().max(100)).min(1).max(5_000).optional();
const move = {
  action: AskAction,
  /** Required to decline and to counter; of an answer, the answer. */
  reason: Words,
  /** Counter: what is offered instead, in the unit of what is asked, and from which day. */
  value: RequirementValue.optional(),
  date: Day.optional(),
  /** Need information: the question. */
  question: Words,
  /** Defer: a day to come. */
  until: Day.optional(),
  /** Delegate: a person's key. */
  to: z.string().max(200).optional(),
};

/** `lines`: the requirements meant; absent means every one on which the action is possible. */
export const DecideAsk = z.strictObject({ ...move, lines: Lines });
export type DecideAsk = z.infer<typeof DecideAsk>;

/** One move on several asks, each at the version the person saw: all of it is recorded, or nothing. */
export const DecideAsks = z.strictObject({
  ...move,
  asks: z
    .array(z.strictObject({ ask: z.string().min(1).max(400), version: z.number().int(), lines: Lines }))
    .min(1)
    .max(500),
});
export type DecideAsks = z.infer<typeof DecideAsks>;

export const AsksDecided = z.strictObject({
  asks: z.array(z.strictObject({ key: z.string(), version: z.number().int() })),
});
export type AsksDecided = z.infer<typeof AsksDecided>;
