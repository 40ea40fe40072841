import { z } from 'zod';
import { AskEventKind } from '@/lib/reviews/ask-event-kind';
import { CommentEvent } from './comment-events';
import { OwnerEvents } from './owner-events';

const product = z.string();
const count = z.number().int();

/**
 * Everything that happens, as a closed list: what happened to what. The audit log, notifications and live updates read
 * these; words are made of them at the edge.
 */
export const EventFacts = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('workspace-imported'),
    subject: z.strictObject({ name: z.string(), products: count }),
  }),
  z.strictObject({
    kind: z.literal('draft-saved'),
    subject: z.strictObject({ product, revision: count, put: count, removed: count }),
  }),
  z.strictObject({
    kind: z.literal('version-published'),
    subject: z.strictObject({ product, version: count, reason: z.string() }),
  }),
  z.strictObject({
    kind: z.literal('pushed-upstream'),
    subject: z.strictObject({
      product,
      version: count,
      asked: count,
      covered: count,
      withdrawn: count,
      /** What was written to a push that made no version; a version has its reason itself. */
      reason: z.string().optional(),
    }),
  }),
  z.strictObject({
    kind: AskEventKind,
    subject: z.strictObject({
      ask: z.string(),
      consumer: z.string(),
      product,
      entity: z.string().nullable(),
      lines: count,
      /** Whom it was handed to, as they were called then. */
      to: z.strictObject({ key: z.string(), name: z.string() }).optional(),
    }),
  }),
  CommentEvent,
  ...OwnerEvents,
]);
export type EventFacts = z.infer<typeof EventFacts>;
