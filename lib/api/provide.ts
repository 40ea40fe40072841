import { z } from 'zod';
import { Alignment } from '@/lib/catalog/snapshot';
import { COLLAPSES } from '@/lib/model/edits/provide-attribute';
import { AttributeType } from '@/lib/model/records';
import { AskPage } from './asks';
import { ConsumerEffect } from './effects';

const Name = z.string().min(1).max(400);
const JoinKey = z.strictObject({ own: Name, other: Name });

/** Where an attribute comes from: a value of an input, joined when it is not read yet, or an expression over inputs. */
export const ProvideFrom = z.union([
  z.strictObject({ expression: z.string().trim().min(1).max(10_000) }),
  /** An entity that does not hold it yet: whoever owns it is asked. */
  z.strictObject({ wish: Name, keys: z.array(JoinKey).max(20) }),
  /** A whole entity from one input; a field with null is asked of the input's owner. */
  z.strictObject({
    entity: Name,
    grain: z.array(Name).min(1).max(20),
    fields: z.array(z.strictObject({ name: Name, from: Name.nullable() })).max(500),
  }),
  z.strictObject({
    ref: Name,
    name: Name,
    join: z.strictObject({ type: z.enum(['inner', 'left']), keys: z.array(JoinKey).max(20) }).nullable(),
    collapse: z.enum(COLLAPSES).nullable(),
  }),
]);
export type ProvideFrom = z.infer<typeof ProvideFrom>;

export const PreviewProvision = z.strictObject({ target: Name, from: ProvideFrom });
export type PreviewProvision = z.infer<typeof PreviewProvision>;
export const Provide = PreviewProvision.extend({ reason: z.string().trim().max(2_000).optional() });
export type Provide = z.infer<typeof Provide>;

export const ProvisionPreview = z.strictObject({
  effects: z.array(ConsumerEffect),
  /** What is still missing on the way to the source, in words. */
  missing: z.array(z.string()),
});
export type ProvisionPreview = z.infer<typeof ProvisionPreview>;
export const Provided = ProvisionPreview.extend({ ask: AskPage, version: z.number().int() });
export type Provided = z.infer<typeof Provided>;

const ProvideInput = z.strictObject({
  ref: z.string(),
  label: z.string(),
  from: z.string(),
  isTable: z.boolean(),
  /** The entity reads it already; no join is needed. */
  isRead: z.boolean(),
  grain: z.array(z.string()),
  attributes: z.array(
    z.strictObject({ name: z.string(), label: z.string(), type: AttributeType, unit: z.string().nullable() }),
  ),
  /** By which keys it could be joined. */
  keys: z.array(JoinKey),
  /** These keys do not tell one row of it from another: it has to be collapsed first. */
  multiplies: z.boolean(),
});
export type ProvideInput = z.infer<typeof ProvideInput>;

const EntityInput = ProvideInput.extend({
  reasons: z.array(z.string()),
  /** What each wished field is probably called there. */
  fits: z.array(z.strictObject({ field: z.string(), name: z.string().nullable() })),
});
export type EntityInput = z.infer<typeof EntityInput>;
export const EntityOptions = z.strictObject({
  target: z.string(),
  product: z.strictObject({ key: z.string(), name: z.string(), alignment: Alignment }),
  label: z.string(),
  fields: z.array(
    z.strictObject({ name: z.string(), label: z.string(), type: AttributeType, unit: z.string().nullable() }),
  ),
  candidates: z.array(EntityInput),
  others: z.array(EntityInput),
});
export type EntityOptions = z.infer<typeof EntityOptions>;

export const ProvideOptionsQuery = z.strictObject({ target: Name, q: z.string().max(200).optional() });
export const ProvideOptions = z.strictObject({
  target: z.string(),
  product: z.strictObject({ key: z.string(), name: z.string(), alignment: Alignment }),
  wish: z.strictObject({
    name: z.string(),
    label: z.string(),
    type: AttributeType,
    unit: z.string().nullable(),
    description: z.string().nullable(),
  }),
  entity: z.strictObject({
    key: z.string(),
    label: z.string(),
    isNew: z.boolean(),
    grain: z.array(z.string()),
    isGrouped: z.boolean(),
    attributes: z.array(
      z.strictObject({
        name: z.string(),
        label: z.string(),
        type: AttributeType,
        expression: z.string().nullable(),
      }),
    ),
    inputs: z.array(ProvideInput.extend({ alias: z.string(), on: z.string().nullable() })),
  }),
  candidates: z.array(
    z.strictObject({
      ref: z.string(),
      name: z.string(),
      reasons: z.array(z.string()),
      input: ProvideInput.nullable(),
    }),
  ),
  others: z.array(ProvideInput),
});
export type ProvideOptions = z.infer<typeof ProvideOptions>;
