import { z } from 'zod';
import { Layout } from '@/lib/model/layout';
import { ModelRecord, RecordId } from '@/lib/model/records';
import { Instant, Named } from './named';

const RECORDS_MAX = 20_000;
export const Draft = z.strictObject({
  product: z.string(),
  records: z.array(ModelRecord),
  revision: z.number().int(),
  layout: Layout,
  layoutRevision: z.number().int(),
  published: z
    .strictObject({
      version: z.string(),
      number: z.number().int(),
      at: Instant,
      by: Named.nullable(),
      reason: z.string(),
    })
    .nullable(),
  changedSincePublished: z.boolean(),
  canEdit: z.boolean(),
});
export type Draft = z.infer<typeof Draft>;

export const SaveDraft = z.strictObject({
  put: z.array(ModelRecord).max(RECORDS_MAX),
  remove: z.array(RecordId).max(RECORDS_MAX),
});
export type SaveDraft = z.infer<typeof SaveDraft>;

export const DraftSaved = z.strictObject({ revision: z.number().int(), savedAt: Instant, savedBy: Named });
export type DraftSaved = z.infer<typeof DraftSaved>;

/** One accepted save that a stale client has not seen. */
export const DraftChange = z.strictObject({
  revision: z.number().int(),
  put: z.array(ModelRecord),
  remove: z.array(RecordId),
  by: Named.nullable(),
  at: Instant,
});
export type DraftChange = z.infer<typeof DraftChange>;
