import { z } from 'zod';
import { Alignment, UseCase } from '@/lib/catalog/snapshot';
import { RequirementKind, RequirementValue, Verdict } from '@/lib/engine/plan';
import { AttributeRole, AttributeType, Cardinality, Classification } from '@/lib/model/records';
import { AskState } from '@/lib/reviews/ask-state';

import { Event } from './events';
import { Instant, Named } from './named';
import { ProductSummary } from './products';

const PageAttribute = z.strictObject({
  id: z.string(),
  key: z.string(),
  label: z.string(),
  type: AttributeType,
  role: AttributeRole,
  unit: z.string().nullable(),
  description: z.string().nullable(),
  classification: Classification.nullable(),
  /** Keys of the consumers that need it. */
  neededBy: z.array(z.string()),
  /** Where it comes from: a column (`shop.orders.order_status`) of a source, an upstream field elsewhere. */
  physical: z.string().nullable(),
});
const PageEntity = z.strictObject({
  id: z.string(),
  key: z.string(),
  label: z.string(),
  description: z.string().nullable(),
  /** Names of the attributes that identify a row. */
  grain: z.array(z.string()),
  attributes: z.array(PageAttribute),
});
const PageRelationship = z.strictObject({
  id: z.string(),
  key: z.string(),
  label: z.string().nullable(),
  from: z.strictObject({ entity: z.string(), attributes: z.array(z.string()) }),
  to: z.strictObject({ entity: z.string(), attributes: z.array(z.string()) }),
  cardinality: Cardinality.nullable(),
  optional: z.boolean(),
});
const PageMeasure = z.strictObject({
  id: z.string(),
  key: z.string(),
  label: z.string(),
  entity: z.string(),
  aggregation: z.string(),
  expression: z.string().nullable(),
  unit: z.string().nullable(),
});
const PageMetric = z.strictObject({
  id: z.string(),
  key: z.string(),
  label: z.string(),
  sentence: z.string(),
  owner: z.string().nullable(),
  unit: z.string().nullable(),
  direction: z.enum(['up', 'down']).nullable(),
});
export const ProductPageModel = z.strictObject({
  entities: z.array(PageEntity),
  relationships: z.array(PageRelationship),
  measures: z.array(PageMeasure),
  metrics: z.array(PageMetric),
});
export type ProductPageModel = z.infer<typeof ProductPageModel>;

/** A consumer that needs something of this product, and how its asks stand. */
const ReliesOnMe = z.strictObject({
  consumer: z.strictObject({ key: z.string(), name: z.string(), owner: Named.nullable() }),
  asks: z.number().int(),
  state: AskState,
  attributes: z.number().int(),
  /** When the consumer first asked. */
  since: Instant,
});

/** What this product itself needs of one product upstream. */
const ProductNeed = z.strictObject({
  product: z.string(),
  name: z.string(),
  alignment: Alignment,
  attributes: z.number().int(),
  verdict: Verdict,
});

export const AskedAgainstPromised = z.strictObject({
  kind: RequirementKind,
  target: z.string().nullable(),
  rule: z.string().nullable(),
  required: RequirementValue,
  supply: RequirementValue,
  verdict: Verdict,
  slack: z.number().nullable(),
  /** The consumers that need it most. */
  binding: z.array(Named),
  words: z.string(),
  /** For whom and for what, and what of a number is spent on the way. */
  why: z.string(),
});
export type AskedAgainstPromised = z.infer<typeof AskedAgainstPromised>;

export const ProductPage = ProductSummary.extend({
  layer: z.string().nullable(),
  useCase: UseCase.nullable(),
  goodFor: z.string().nullable(),
  notFor: z.string().nullable(),
  /** The row's own version, for If-Match; the ETag says the same. */
  rowVersion: z.number().int(),
  /** Products that read each other in a circle: nothing can be planned, and what is asked is not known. */
  loop: z.array(z.string()).nullable(),
  /** House rules it breaks although nobody needs it, a sentence each; of what is needed the asks tell. */
  brokenHouseRules: z.array(z.string()),
  /** The reader may change what it promises and how it is made. */
  canEdit: z.boolean(),
  model: ProductPageModel,
  reliesOnMe: z.array(ReliesOnMe),
  /** Who reads it and has agreed with its owner how many days before a breaking change they are told. */
  notices: z.array(z.strictObject({ reader: Named, days: z.number().int() })),
  needs: z.array(ProductNeed),
  askedAgainstPromised: z.array(AskedAgainstPromised),
  upstream: z.array(z.string()),
  downstream: z.array(z.string()),
  changes: z.array(Event),
});
export type ProductPage = z.infer<typeof ProductPage>;
