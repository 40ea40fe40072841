import { z } from 'zod';
import { Alignment, ProductStatus } from '@/lib/catalog/snapshot';

/**
 * What the live consumers need of the source inventory, against copying everything. This shape is what `ledger --json`
 * prints and what the screen shows: additive changes only. Rows, columns and bytes are whole numbers, and every total is
 * the sum of its lines; a total and its lines name the same unit by the same word. The formulas stand in README.md.
 */
const Count = z.number().int();

/** For one month of keeping and one full load, in the workspace's currency; null where the price is not stated. */
export const Money = z.strictObject({
  /** A month of keeping every stored copy. */
  storage: z.number().nullable(),
  /** Reading once for every stored copy that is written. */
  compute: z.number().nullable(),
  /** Taking it out of its source once. */
  egress: z.number().nullable(),
  /** The sum of the parts that have a price. */
  total: z.number(),
});
export type Money = z.infer<typeof Money>;

/** How much of the inventory something is. */
export const Amount = z.strictObject({
  tables: Count,
  /** Of the tables, whole: row filters and history are not counted in. */
  rows: Count,
  columns: Count,
  bytes: Count,
  /** Bytes times the stored copies made of them on the way. */
  storedBytes: Count,
  /** The part of `bytes` nobody measured: even shares of a table. */
  estimatedBytes: Count,
  money: Money.nullable(),
});
export type Amount = z.infer<typeof Amount>;

export const LedgerColumn = z.strictObject({
  name: z.string(),
  bytes: Count,
  /** An even share of the table's bytes, because nobody stated the column's. */
  estimated: z.boolean(),
  needed: z.boolean(),
  /** Consumers that need it, sorted. */
  consumers: z.array(z.string()),
  /** Products that store values made from it and are asked to; one copy each. */
  copies: z.array(z.string()),
  /** Most steps from product to product between the table and a consumer; null where no consumer gets its value. */
  hops: Count.nullable(),
});
export type LedgerColumn = z.infer<typeof LedgerColumn>;

export const LedgerTable = z.strictObject({
  source: z.string(),
  table: z.string(),
  needed: Amount,
  everything: Amount,
  /** What the table weighs beyond its columns: indexes, row headers. Negative where the columns outweigh it. */
  unattributedBytes: Count,
  consumers: z.array(z.string()),
  columns: z.array(LedgerColumn),
});
export type LedgerTable = z.infer<typeof LedgerTable>;

export const LedgerProduct = z.strictObject({
  key: z.string(),
  name: z.string(),
  alignment: Alignment,
  domain: z.string().nullable(),
  /** A team's key. */
  owner: z.string().nullable(),
  status: ProductStatus,
  /** Scheduled and streaming products keep a copy, virtual ones do not. */
  stores: z.boolean(),
  consumers: z.array(z.string()),
  attributes: z.strictObject({ needed: Count, of: Count }),
  /** Of the source columns whose values it carries: for its consumers, and if all it models were filled. */
  bytes: z.strictObject({ needed: Count, of: Count }),
  /** What it keeps for its consumers, and would keep if all it models were filled; nothing where it does not store. */
  storedBytes: z.strictObject({ needed: Count, of: Count }),
});
export type LedgerProduct = z.infer<typeof LedgerProduct>;

/** Products that are alike in one respect, added up. A column carried by two of them counts twice. */
export const LedgerGroup = z.strictObject({
  /** Null for products without a domain. */
  key: z.string().nullable(),
  products: Count,
  neededProducts: Count,
  bytes: z.strictObject({ needed: Count, of: Count }),
  storedBytes: z.strictObject({ needed: Count, of: Count }),
});
export type LedgerGroup = z.infer<typeof LedgerGroup>;

export const LedgerUseCase = z.strictObject({
  consumer: z.string(),
  name: z.string(),
  /** A team's key: who answers for the use case. */
  owner: z.string().nullable(),
  /** If it were the only consumer. */
  standalone: Amount,
  /** What nobody else needs: what its leaving would free, and its coming added last. */
  marginal: Amount,
  /** Its part when all who need a column share it evenly; the parts add up to all that is needed. */
  evenShareBytes: Count,
  frees: z.strictObject({
    /** `source.table`. */
    tables: z.array(z.string()),
    columns: z.array(z.strictObject({ source: z.string(), table: z.string(), column: z.string(), bytes: Count })),
    products: z.array(z.string()),
  }),
});
export type LedgerUseCase = z.infer<typeof LedgerUseCase>;

/** One consumer more. */
export const CurvePoint = z.strictObject({
  consumer: z.string(),
  adds: z.strictObject({ tables: Count, columns: Count, bytes: Count }),
  /** All consumers so far. */
  total: z.strictObject({ tables: Count, columns: Count, bytes: Count }),
  /** Of the inventory's bytes; null where it has none. */
  share: z.number().nullable(),
});
export type CurvePoint = z.infer<typeof CurvePoint>;

export const Estimate = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('even-shares'), source: z.string(), table: z.string(), columns: Count }),
  z.strictObject({ code: z.literal('unattributed-bytes'), source: z.string(), table: z.string(), bytes: Count }),
  z.strictObject({ code: z.literal('no-prices') }),
  z.strictObject({ code: z.literal('price-not-stated'), price: z.enum(['storage', 'compute', 'egress']) }),
  z.strictObject({ code: z.literal('copies-not-stated'), assumed: z.number() }),
  z.strictObject({ code: z.literal('copies-weigh-their-columns') }),
]);
export type Estimate = z.infer<typeof Estimate>;

export const Ledger = z.strictObject({
  headwater: z.literal(1),
  currency: z.string().nullable(),
  prices: z
    .strictObject({
      storagePerGbMonth: z.number().nullable(),
      computePerTbScanned: z.number().nullable(),
      egressPerGb: z.number().nullable(),
    })
    .nullable(),
  /** Stored copies that copying everything makes of every column. */
  copies: z.number(),
  totals: z.strictObject({
    needed: Amount,
    everything: Amount,
    /** Everything less what is needed. */
    leftOut: Amount,
    /** Needed bytes of all; null where the inventory has none. */
    share: z.number().nullable(),
  }),
  tables: z.array(LedgerTable),
  products: z.array(LedgerProduct),
  alignments: z.array(LedgerGroup),
  domains: z.array(LedgerGroup),
  useCases: z.array(LedgerUseCase),
  curves: z.strictObject({
    /** As the consumers stand in the workspace. */
    asListed: z.array(CurvePoint),
    /** Each next the one that adds most bytes. */
    largestFirst: z.array(CurvePoint),
  }),
  unusedTables: z.array(z.strictObject({ source: z.string(), table: z.string(), rows: Count, bytes: Count })),
  /** Of tables somebody needs, the heaviest first. */
  unusedColumns: z.array(
    z.strictObject({
      source: z.string(),
      table: z.string(),
      column: z.string(),
      bytes: Count,
      estimated: z.boolean(),
    }),
  ),
  /** Products that are no drafts and no consumers, and that no consumer needs anything of. */
  orphans: z.array(z.string()),
  /** Products that nobody owns. */
  ownerless: z.array(z.string()),
  estimates: z.array(Estimate),
});
export type Ledger = z.infer<typeof Ledger>;
