import { z } from 'zod';
import { Alignment } from '@/lib/catalog/snapshot';
import { AskSummary } from './ask';
import { Mention } from './comments';
import { Named } from './named';

export const Inbox = z.strictObject({
  products: z.array(
    z.strictObject({
      product: z.strictObject({ key: z.string(), name: z.string(), alignment: Alignment, owner: Named.nullable() }),
      asks: z.array(AskSummary),
    }),
  ),
  /** What my models asked and somebody answered with an offer or a question: my turn. */
  answers: z.array(AskSummary),
  /** Asks of other teams' products that were handed to me. */
  delegated: z.array(AskSummary),
  /** Comments that name me, in threads nobody has resolved; newest first. */
  mentions: z.array(Mention),
  /** The last event I have seen. */
  lastRead: z.number().int(),
  /** The newest event there is: what to say when all of this has been looked at. */
  lastEvent: z.number().int(),
  /** Asks and mentions of which somebody else has made news since. */
  unread: z.number().int(),
  counts: z.strictObject({
    open: z.number().int(),
    waiting: z.number().int(),
    accepted: z.number().int(),
    declined: z.number().int(),
    covered: z.number().int(),
    withdrawn: z.number().int(),
  }),
});
export type Inbox = z.infer<typeof Inbox>;
