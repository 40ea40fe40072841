import { z } from 'zod';
import { Alignment, Build, Port, Promises } from '@/lib/catalog/snapshot';
import { ConsumerEffect } from './effects';
import { Named } from './named';

const Key = z.string().min(1).max(100);
const Name = z.string().trim().min(1, 'give it a name').max(120);
const Text = z.string().trim().max(4_000).nullable();

export const NewProduct = z.strictObject({
  name: Name,
  alignment: Alignment,
  /** A team's key. */
  owner: Key,
  domain: Key.nullable(),
  description: Text,
});
export type NewProduct = z.infer<typeof NewProduct>;
export const ProductCreated = z.strictObject({ key: z.string() });

const Words = z.string().trim().min(1);
/** The decision a consumer serves. Whoever draws its model may say it; who answers for it is not said here. */
const SaidUseCase = z.strictObject({
  decision: Words.max(2_000).optional(),
  questions: z.array(Words.max(500)).max(50).optional(),
  audience: z.array(Words.max(200)).max(50).optional(),
  neededBy: z.iso.date().optional(),
});

/** What is named changes, everything else stays. */
export const ProductChange = z.strictObject({
  name: Name.optional(),
  description: Text.optional(),
  domain: Key.nullable().optional(),
  /** A team's key: the product is handed over to it. */
  owner: Key.optional(),
  status: z.enum(['published', 'deprecated']).optional(),
  build: Build.optional(),
  promises: Promises.optional(),
  ports: z.array(Port).max(50).optional(),
  goodFor: Text.optional(),
  notFor: Text.optional(),
  useCase: SaidUseCase.optional(),
});
export type ProductChange = z.infer<typeof ProductChange>;

export const ChangeEffect = z.strictObject({
  /** The consumers that would notice, by name. */
  effects: z.array(ConsumerEffect),
  /** Every consumer that needs something of the product today. */
  reliedOnBy: z.array(Named),
});
export type ChangeEffect = z.infer<typeof ChangeEffect>;
export const ProductChanged = ChangeEffect.extend({ product: z.string(), rowVersion: z.number().int() });

export const PublishPreview = ChangeEffect.extend({
  /** Of the draft that would be published, for If-Match. */
  revision: z.number().int(),
});
export type PublishPreview = z.infer<typeof PublishPreview>;
export const Publish = z.strictObject({
  reason: z.string().trim().min(1, 'say why, for the people who rely on it').max(2_000),
});
export type Publish = z.infer<typeof Publish>;
export const PublishedUpstream = ChangeEffect.extend({ version: z.number().int() });
