import { z } from 'zod';
import { Alignment } from '@/lib/catalog/snapshot';
import { AttributeRole, AttributeType, Classification } from '@/lib/model/records';
import { Named } from './named';

export const CandidatesQuery = z.strictObject({
  /** An entity or an attribute of the product's working copy. */
  record: z.string().min(1).max(400),
});
export type CandidatesQuery = z.infer<typeof CandidatesQuery>;

export const CandidateOffer = z.strictObject({
  /** `product.entity` or `product.entity.attribute`: what a binding names. */
  ref: z.string(),
  product: z.strictObject({ key: z.string(), name: z.string(), alignment: Alignment, owner: Named.nullable() }),
  entity: z.strictObject({ name: z.string(), label: z.string() }),
  /** Null when an entity is wished for. */
  attribute: z
    .strictObject({
      name: z.string(),
      label: z.string(),
      description: z.string().nullable(),
      type: AttributeType,
      role: AttributeRole,
      unit: z.string().nullable(),
      classification: Classification.nullable(),
    })
    .nullable(),
  score: z.number(),
  /** What speaks for it or against it, in words. */
  reasons: z.array(z.string()),
  /** Names of wished attributes that this entity has, of so many that are still wished there. */
  coverage: z.strictObject({ covered: z.array(z.string()), of: z.number().int() }),
});
export type CandidateOffer = z.infer<typeof CandidateOffer>;

/** Best first; empty when the catalog has nothing that answers to any of the names. */
export const Candidates = z.strictObject({ record: z.string(), candidates: z.array(CandidateOffer) });
export type Candidates = z.infer<typeof Candidates>;
