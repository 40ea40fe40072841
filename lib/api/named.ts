import { z } from 'zod';

/** A thing said by its name and found by its key. */
export const Named = z.strictObject({ key: z.string(), name: z.string() });
export type Named = z.infer<typeof Named>;

/** An instant, in UTC. */
export const Instant = z.iso.datetime();

/** A page of a list: how many, and after which entry. */
export const Page = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
};
