import { z } from 'zod';
import { Verdict } from '@/lib/engine/plan';
import { Named } from './named';
import { ProductSummary } from './products';

export const LineageProduct = ProductSummary.pick({
  key: true,
  name: true,
  alignment: true,
  domain: true,
  owner: true,
  status: true,
  build: true,
  reliedOnBy: true,
  version: true,
}).extend({
  chips: z.array(
    z.strictObject({
      kind: z.enum(['freshness', 'availability', 'completeness']),
      words: z.string(),
      /** Null when nobody asks this of it. */
      verdict: Verdict.nullable(),
    }),
  ),
  /** Open asks. */
  asks: z.number().int(),
});
export type LineageProduct = z.infer<typeof LineageProduct>;

export const LineageEdge = z.strictObject({
  /** Upstream. */
  from: z.string(),
  /** Downstream. */
  to: z.string(),
  /** The worst verdict of what the downstream side needs of the upstream one; null when it needs nothing. */
  verdict: Verdict.nullable(),
  slackMinutes: z.number().nullable(),
  /** What the slack comes from, in minutes: how old the reader may be, what its own run spends, how old it gets it. */
  age: z.strictObject({ needed: z.number(), spent: z.number(), offered: z.number() }).nullable(),
  /** Entities of the upstream product that cross the edge. */
  entities: z.array(Named),
  attributes: z.number().int(),
});
export type LineageEdge = z.infer<typeof LineageEdge>;

export const Lineage = z.strictObject({
  products: z.array(LineageProduct),
  edges: z.array(LineageEdge),
  /** Products that read each other in a circle, the first again at the end: then nothing is known of what is asked. */
  loop: z.array(z.string()).nullable(),
});
export type Lineage = z.infer<typeof Lineage>;

export const FieldTraceQuery = z.strictObject({
  product: z.string().min(1).max(400),
  /** `entity.attribute` */
  field: z.string().min(1).max(800),
});

export const FieldTrace = z.strictObject({
  /** The field itself, what it is made from, then what is made from it. */
  fields: z.array(z.strictObject({ product: z.string(), field: z.string(), label: z.string() })),
  edges: z.array(z.strictObject({ from: z.string(), to: z.string() })),
  /** `source.table.column` */
  columns: z.array(z.string()),
  metrics: z.array(z.strictObject({ product: z.string(), metric: z.string(), label: z.string() })),
});
export type FieldTrace = z.infer<typeof FieldTrace>;
