import { z } from 'zod';

/** What a person does about an ask. Whose it is and where it leads stands in the table of the state machine. */
export const AskAction = z.enum([
  'accept',
  'counter',
  'decline',
  'need-information',
  'defer',
  'delegate',
  'implement',
  'agree',
  'answer',
  'withdraw',
  'verify',
]);
export type AskAction = z.infer<typeof AskAction>;
