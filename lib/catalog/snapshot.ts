import { z } from 'zod';
import { AttributeType, Classification, ModelDocument } from '@/lib/model/records';
import { ClockTime, HouseRule } from '@/lib/model/rule';
import { Agreement } from './agreement';

/**
 * Everything the engine may look at, as one value: the organisation, what its sources hold (statistics, never rows),
 * its house rules and every product with its semantic model. A file, the store and a test all become this shape;
 * nothing downstream of it knows where it came from. Keys are unique per list, and lists keep their written order.
 */
export const Key = z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_-]*$/, 'a key of letters, digits, - and _');
export const Alignment = z.enum(['source', 'aggregate', 'consumer']);
export type Alignment = z.infer<typeof Alignment>;

export const WorkspaceSettings = z.strictObject({
  name: z.string(),
  currency: z.string().nullable(),
  timezone: z.string(),
  sloOwnShare: z.number().min(0).max(1),
  locale: z.string().nullable(),
});
export type WorkspaceSettings = z.infer<typeof WorkspaceSettings>;

const Domain = z.strictObject({ key: Key, name: z.string() });
export const Team = z.strictObject({ key: Key, name: z.string(), domain: Key.nullable() });
export type Team = z.infer<typeof Team>;

export const Prices = z.strictObject({
  storagePerGbMonth: z.number().nonnegative().optional(),
  computePerTbScanned: z.number().nonnegative().optional(),
  egressPerGb: z.number().nonnegative().optional(),
  copies: z.number().nonnegative().optional(),
});
export type Prices = z.infer<typeof Prices>;

export const SourceColumn = z.strictObject({
  name: z.string(),
  type: AttributeType,
  /** Null: an even share of the table's bytes. */
  bytes: z.number().nonnegative().nullable(),
  nulls: z.number().int().nonnegative(),
  distinct: z.number().int().nonnegative().nullable(),
  classification: Classification.nullable(),
});
export type SourceColumn = z.infer<typeof SourceColumn>;
export const SourceTable = z.strictObject({
  name: z.string(),
  rows: z.number().int().nonnegative(),
  bytes: z.number().nonnegative(),
  /** The columns that identify a row; empty when there is no such key. */
  key: z.array(z.string()),
  history: z.enum(['overwrites', 'appends']),
  columns: z.array(SourceColumn),
});
export type SourceTable = z.infer<typeof SourceTable>;
export const Source = z.strictObject({
  key: Key,
  name: z.string().nullable(),
  kind: z.string().nullable(),
  tables: z.array(SourceTable),
});
export type Source = z.infer<typeof Source>;

export const Policy = z.strictObject({
  key: Key,
  applies: z.strictObject({
    alignment: z.array(Alignment).optional(),
    domain: z.array(Key).optional(),
    product: z.array(Key).optional(),
    classification: z.array(Classification).optional(),
  }),
  requires: z.array(HouseRule),
});
export type Policy = z.infer<typeof Policy>;

export const Build = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('virtual') }),
  z.strictObject({
    mode: z.literal('scheduled'),
    everyMinutes: z.number().nonnegative(),
    takesMinutes: z.number().nonnegative(),
  }),
  z.strictObject({ mode: z.literal('streaming'), takesMinutes: z.number().nonnegative() }),
]);
export type Build = z.infer<typeof Build>;

const Ratio = z.number().min(0).max(1);
export const Promises = z.strictObject({
  freshnessMinutes: z.number().nonnegative().optional(),
  deadline: ClockTime.optional(),
  availability: Ratio.optional(),
  completeness: Ratio.optional(),
  historyDays: z.number().int().nonnegative().optional(),
});
export type Promises = z.infer<typeof Promises>;

export const Port = z.strictObject({
  key: Key,
  mode: z.enum(['batch', 'stream', 'api', 'sql']),
  format: z.string().optional(),
});
export type Port = z.infer<typeof Port>;

export const UseCase = z.strictObject({
  decision: z.string().optional(),
  questions: z.array(z.string()).optional(),
  audience: z.array(z.string()).optional(),
  /** A date, YYYY-MM-DD. */
  neededBy: z.string().optional(),
  /** A team's key; the product's owner when absent. */
  owner: z.string().optional(),
});
export type UseCase = z.infer<typeof UseCase>;

export const ProductStatus = z.enum(['draft', 'published', 'deprecated']);
export const Product = z.strictObject({
  key: Key,
  name: z.string(),
  alignment: Alignment,
  domain: Key.nullable(),
  /** A team's key; null when nobody owns it. */
  owner: Key.nullable(),
  description: z.string().nullable(),
  /** An optional label such as "silver"; nothing is computed from it. */
  layer: z.string().nullable(),
  status: ProductStatus,
  build: Build,
  promises: Promises,
  ports: z.array(Port),
  useCase: UseCase.nullable(),
  goodFor: z.string().nullable(),
  notFor: z.string().nullable(),
  model: ModelDocument,
  /** Of a consumer: what it has been promised in place of what it asks. Kept by the store, and no part of a file. */
  agreements: z.array(Agreement).readonly().optional(),
});
export type Product = z.infer<typeof Product>;

/**
 * What a product that reads and the owner of a port have agreed, as far as plans look at it. It is proposed while its
 * version begins with 0, and binds from 1.0.0 on.
 */
export const Contract = z.strictObject({
  consumer: Key,
  product: Key,
  /** Null: whichever port it reads. */
  port: Key.nullable(),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version of three numbers, such as 1.0.0'),
  /** How long before a breaking change the provider says so; null when nothing was agreed. */
  noticeDays: z.number().int().nonnegative().nullable(),
});
export type Contract = z.infer<typeof Contract>;

export const WorkspaceSnapshot = z.strictObject({
  workspace: WorkspaceSettings,
  domains: z.array(Domain),
  teams: z.array(Team),
  prices: Prices.nullable(),
  sources: z.array(Source),
  policies: z.array(Policy),
  products: z.array(Product),
  contracts: z.array(Contract),
});
export type WorkspaceSnapshot = z.infer<typeof WorkspaceSnapshot>;
