import { z } from 'zod';
import { Alignment } from '@/lib/catalog/snapshot';
import { AttributeRole, AttributeType, Classification } from '@/lib/model/records';
import { Named } from './named';

const ExistingProduct = z.strictObject({
  key: z.string(),
  name: z.string(),
  alignment: Alignment,
  owner: Named.nullable(),
});

export const ExistingHit = z.strictObject({
  /** `product.entity`, `product.entity.attribute` or `product.metric`. */
  ref: z.string(),
  kind: z.enum(['entity', 'attribute', 'metric']),
  product: ExistingProduct,
  /** The entity's name; null for a metric. */
  entity: z.string().nullable(),
  name: z.string(),
  label: z.string(),
  description: z.string().nullable(),
  type: AttributeType.nullable(),
  role: AttributeRole.nullable(),
  unit: z.string().nullable(),
  /** Why it was found, in words. */
  why: z.string(),
});
export type ExistingHit = z.infer<typeof ExistingHit>;

export const ExistingAttribute = z.strictObject({
  name: z.string(),
  label: z.string(),
  description: z.string().nullable(),
  type: AttributeType,
  role: AttributeRole,
  unit: z.string().nullable(),
  classification: Classification.nullable(),
});
export type ExistingAttribute = z.infer<typeof ExistingAttribute>;

export const ExistingEntity = z.strictObject({
  /** `product.entity`: what a binding names. */
  ref: z.string(),
  name: z.string(),
  label: z.string(),
  description: z.string().nullable(),
  grain: z.array(z.string()),
  attributes: z.array(ExistingAttribute),
});
export type ExistingEntity = z.infer<typeof ExistingEntity>;

/** Links between entities of one product, so that keys come along when both ends are drawn. */
const ExistingRelationship = z.strictObject({
  name: z.string(),
  from: z.strictObject({ entity: z.string(), attributes: z.array(z.string()) }),
  to: z.strictObject({ entity: z.string(), attributes: z.array(z.string()) }),
  cardinality: z.enum(['one-to-one', 'many-to-one', 'one-to-many']).nullable(),
});

export const WhatExistsQuery = z.strictObject({
  /** The product being modelled: it is not offered to itself, nor is anything downstream of it. */
  product: z.string().max(100).optional(),
  q: z.string().max(200).optional(),
});
export type WhatExistsQuery = z.infer<typeof WhatExistsQuery>;

export const WhatExists = z.strictObject({
  hits: z.array(ExistingHit),
  tree: z.array(
    z.strictObject({
      product: ExistingProduct,
      entities: z.array(ExistingEntity),
      relationships: z.array(ExistingRelationship),
    }),
  ),
});
export type WhatExists = z.infer<typeof WhatExists>;
