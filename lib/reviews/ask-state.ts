import { z } from 'zod';

/** How an ask stands, read from its lines: `open` while any waits for a decision, `partly` when lines ended differently. */
export const AskState = z.enum(['open', 'partly', 'accepted', 'declined', 'covered', 'withdrawn']);
export type AskState = z.infer<typeof AskState>;
