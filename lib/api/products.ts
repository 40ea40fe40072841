import { z } from 'zod';
import { Alignment, Build, Port, ProductStatus, Promises } from '@/lib/catalog/snapshot';
import { Named, Page } from './named';

export const ProductSummary = z.strictObject({
  key: z.string(),
  name: z.string(),
  alignment: Alignment,
  domain: Named.nullable(),
  owner: Named.nullable(),
  status: ProductStatus,
  description: z.string().nullable(),
  build: Build,
  promises: Promises,
  ports: z.array(Port),
  /** The number of the published version; null when nothing is published. */
  version: z.number().int().nullable(),
  /** The draft says something the published version does not. */
  hasDraft: z.boolean(),
  entities: z.number().int(),
  metrics: z.number().int(),
  /** How many consumers need something of it. */
  reliedOnBy: z.number().int(),
  asks: z.strictObject({ open: z.number().int() }),
  /** `none`: nothing is asked of it. */
  health: z.enum(['ok', 'attention', 'none']),
});
export type ProductSummary = z.infer<typeof ProductSummary>;

export const ProductsQuery = z.strictObject({
  q: z.string().max(200).optional(),
  alignment: Alignment.optional(),
  domain: z.string().max(100).optional(),
  owner: z.string().max(100).optional(),
  ...Page,
});
export type ProductsQuery = z.infer<typeof ProductsQuery>;

export const Products = z.strictObject({ products: z.array(ProductSummary), nextCursor: z.string().nullable() });
export type Products = z.infer<typeof Products>;
