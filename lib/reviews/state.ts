import { z } from 'zod';

/** How one requirement stands between the consumer who needs it and the owner who provides it. */
export const RequirementState = z.enum([
  'covered',
  'proposed',
  'countered',
  'needs-information',
  'deferred',
  'accepted',
  'agreed',
  'declined',
  'implemented',
  'verified',
  'withdrawn',
]);
export type RequirementState = z.infer<typeof RequirementState>;
