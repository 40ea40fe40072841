import { z } from 'zod';
import { Areas } from '@/lib/model/area';
import { Layout } from '@/lib/model/layout';
import { DraftChange } from './draft';
import { VERSION_MAX } from './entity-tag';
import { Event } from './events';
import { Person } from './person';

/** Where a stream begins: after this event. Without it, and without Last-Event-ID, with what happens next. */
export const StreamQuery = z.strictObject({ since: z.coerce.number().int().min(0).optional() });

/** Who has a model open right now. */
export const Presence = z.strictObject({ product: z.string(), people: z.array(Person) });
export type Presence = z.infer<typeof Presence>;

export const TellPresence = z.strictObject({ isHere: z.boolean() });

export const MarkRead = z.strictObject({
  seq: z.number().int().min(0),
  /** `ask KEY`, `comment ID` or `home`; absent: everything. */
  thing: z
    .string()
    .max(700)
    .regex(/^(?:home|ask \S.*|comment \S.*)$/u)
    .optional(),
});

/**
 * What a stream carries under each event name. `event` has the number of the event as its id; `ready` and `reload` have
 * the number after which the stream goes on: after `reload` too much was missed to be told one by one.
 */
export const StreamMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready'), seq: z.number().int() }),
  z.strictObject({ kind: z.literal('reload'), seq: z.number().int() }),
  z.strictObject({ kind: z.literal('event'), event: Event }),
  z.strictObject({ kind: z.literal('presence'), presence: Presence }),
  // Areas of a model were drawn: they are no revision, so no event tells of them.
  z.strictObject({ kind: z.literal('areas'), product: z.string() }),
  z.strictObject({ kind: z.literal('shutdown') }),
]);
export type StreamMessage = z.infer<typeof StreamMessage>;

export const DraftChangesQuery = z.strictObject({ since: z.coerce.number().int().min(0).max(VERSION_MAX) });

/** Every save after a revision, oldest first, where things new to the reader stand on the canvas, and the areas there are. */
export const DraftChanges = z.strictObject({
  revision: z.number().int(),
  changes: z.array(DraftChange),
  positions: Layout.shape.positions,
  areas: Areas,
});
export type DraftChanges = z.infer<typeof DraftChanges>;
