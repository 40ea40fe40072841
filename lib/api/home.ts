import { z } from 'zod';
import { Alignment } from '@/lib/catalog/snapshot';
import { AskSummary } from './ask';
import { Mention } from './comments';
import { Event } from './events';
import { Instant, Named } from './named';

const product = { key: z.string(), name: z.string(), alignment: Alignment };

/** A model of my teams, as far as it concerns whoever draws it. */
export const HomeModel = z.strictObject({
  ...product,
  version: z.number().int().nullable(),
  /** Saved since it was last published. */
  hasDraft: z.boolean(),
  /** Lines of its asks that what is offered today does not meet and nobody has agreed to. */
  unmet: z.number().int(),
  /** Lines that live at all. */
  lines: z.number().int(),
  /** What of its published version nobody can work out any more, as people call it. */
  leftOut: z.array(z.string()),
});
export type HomeModel = z.infer<typeof HomeModel>;

/** A product of my teams that others may build on. */
export const HomeOffer = z.strictObject({
  ...product,
  reliedOnBy: z.array(Named),
  /** Of what is asked of it: lines in all, those that what it promises does not meet, asks nobody has answered. */
  lines: z.number().int(),
  unmet: z.number().int(),
  unanswered: z.number().int(),
  /** The longest anybody has waited for an answer. */
  waitingSince: Instant.nullable(),
});
export type HomeOffer = z.infer<typeof HomeOffer>;

/** `since`: changes after this event, in place of those after the last one I have seen. */
export const HomeQuery = z.strictObject({ since: z.coerce.number().int().min(0).optional() });

export const Home = z.strictObject({
  /** Asks my teams decide on, those that come back with an offer or a question, and those that were handed to me. */
  waitsOnMe: z.strictObject({
    toDecide: z.array(AskSummary),
    toAnswer: z.array(AskSummary),
    handed: z.array(AskSummary),
    mentions: z.array(Mention),
  }),
  /** What my models asked and others have not answered; longest wait first. */
  waitsOnOthers: z.array(AskSummary),
  models: z.array(HomeModel),
  offers: z.array(HomeOffer),
  /** What others did to my products since I last looked, newest first. */
  changes: z.array(Event),
  lastRead: z.number().int(),
  /** The newest event there is: what to say when all of this has been looked at. */
  lastEvent: z.number().int(),
});
export type Home = z.infer<typeof Home>;
