import { z } from 'zod';
import { AskEventKind } from '@/lib/reviews/ask-event-kind';
import { Instant, Named } from './named';

export const EventKind = z.enum([
  'workspace-imported',
  'draft-saved',
  'version-published',
  'pushed-upstream',
  ...AskEventKind.options,
  'attribute-provided',
  'consumer-replanned',
  'product-created',
  'product-changed',
  'owner-handed-over',
  'prices-changed',
  'team-created',
  'team-changed',
  'person-added',
  'person-changed',
  'comment-added',
  'comment-resolved',
  'comment-reopened',
]);
export type EventKind = z.infer<typeof EventKind>;

/** One change of state: who, what, when. Events are append-only and numbered without a gap. */
export const Event = z.strictObject({
  seq: z.number().int(),
  kind: EventKind,
  at: Instant,
  by: Named.nullable(),
  subject: z.strictObject({
    product: z.string().optional(),
    consumer: z.string().optional(),
    ask: z.string().optional(),
    record: z.string().optional(),
    comment: z.string().optional(),
    version: z.number().int().optional(),
    revision: z.number().int().optional(),
  }),
  words: z.string(),
});
export type Event = z.infer<typeof Event>;

export const EventsQuery = z.strictObject({
  since: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});
export type EventsQuery = z.infer<typeof EventsQuery>;

export const Events = z.strictObject({ events: z.array(Event), next: z.number().int() });
export type Events = z.infer<typeof Events>;
