import { z } from 'zod';
import { ExistingHit } from './what-exists';

export const ProposalsQuery = z.strictObject({
  decision: z.string().max(2_000).optional(),
  /** One per line. */
  numbers: z.string().max(4_000).optional(),
});
export type ProposalsQuery = z.infer<typeof ProposalsQuery>;

export const Proposal = z.strictObject({
  /** The words of the person it is proposed for, and the part of them that found it. */
  for: z.string(),
  from: z.enum(['number', 'decision']),
  asked: z.string(),
  /** The record of the catalog it comes from, with why it was found. */
  hit: ExistingHit,
});
export type Proposal = z.infer<typeof Proposal>;

export const Proposals = z.strictObject({
  proposals: z.array(Proposal),
  /** Numbers nothing in the catalog answers to. */
  nothing: z.array(z.string()),
});
export type Proposals = z.infer<typeof Proposals>;
