import { z } from 'zod';
import { ModelRecord } from '@/lib/model/records';
import { Instant, Named } from './named';

export const Send = z.strictObject({
  reason: z.string().trim().min(1, 'say why, for the people who will be asked').max(2_000),
  /** Of the preview that was shown. */
  fingerprint: z.string().min(1).max(200),
});
export type Send = z.infer<typeof Send>;

export const Sent = z.strictObject({
  version: z.number().int(),
  push: z.string(),
  asked: z.number().int(),
  covered: z.number().int(),
  withdrawn: z.number().int(),
});
export type Sent = z.infer<typeof Sent>;

const versionFacts = { number: z.number().int(), at: Instant, by: Named.nullable(), reason: z.string() };

/** A version with everything it said. */
export const Version = z.strictObject({ ...versionFacts, records: z.array(ModelRecord) });
export type Version = z.infer<typeof Version>;

export const Versions = z.strictObject({
  versions: z.array(z.strictObject(versionFacts)),
});
export type Versions = z.infer<typeof Versions>;
