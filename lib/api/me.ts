import { z } from 'zod';
import { Person } from './person';

export const Me = z.strictObject({
  person: Person,
  /** The last event this person has seen. */
  lastRead: z.number().int(),
  /** True when nobody signs in and the visitor may be anyone of the story. */
  demo: z.boolean(),
  workspace: z.strictObject({
    name: z.string(),
    currency: z.string().nullable(),
    timezone: z.string(),
    locale: z.string().nullable(),
  }),
});
export type Me = z.infer<typeof Me>;
