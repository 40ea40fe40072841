import { z } from 'zod';
import { unreachable } from '@/lib/base/unreachable';
import type { PlanNames } from '@/lib/engine/push/plan-names';

const CommentEventKind = z.enum(['comment-added', 'comment-resolved', 'comment-reopened']);

/** What people say about something: that it was said, settled, or taken up again. What was said stands in the comment. */
export const CommentEvent = z.strictObject({
  kind: CommentEventKind,
  subject: z.strictObject({
    comment: z.string(),
    /** The comment that began the thread. */
    thread: z.string(),
    product: z.string(),
    consumer: z.string().optional(),
    ask: z.string().optional(),
    record: z.string().optional(),
    /** What it is about, as it was called then. */
    about: z.string(),
    /** Keys of the people named in it. */
    mentions: z.array(z.string()),
  }),
});
export type CommentEvent = z.infer<typeof CommentEvent>;

/** What of such an event a reader can open. */
export function subjectOfCommentEvent({ subject }: CommentEvent) {
  const { product, consumer, ask, record, comment } = subject;
  return { product, consumer, ask, record, comment };
}

/** The event as a sentence without its full stop. */
export function tellCommentEvent({ kind, subject }: CommentEvent, names: PlanNames, who: string): string {
  const product = names.product(subject.product);
  const place = subject.about === product ? product : `${subject.about} in ${product}`;
  switch (kind) {
    case 'comment-added':
      return `${who} commented on ${place}`;
    case 'comment-resolved':
      return `${who} resolved what was said about ${place}`;
    case 'comment-reopened':
      return `${who} took up again what was said about ${place}`;
    default:
      return unreachable(kind);
  }
}
