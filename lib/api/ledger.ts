import { z } from 'zod';
import { Prices } from '@/lib/catalog/snapshot';
import {
  CurvePoint,
  Estimate,
  Ledger,
  LedgerColumn,
  LedgerGroup,
  LedgerProduct,
  LedgerTable,
  LedgerUseCase,
} from '@/lib/engine/ledger/ledger';
import { Named } from './named';

const Count = z.number().int();

/** The first of many, and how many there are. */
function few<Line extends z.ZodType>(line: Line) {
  return z.strictObject({ count: Count, first: z.array(line) });
}

/** Consecutive lines of a list, and how long the list is. */
function part<Line extends z.ZodType>(line: Line) {
  return z.strictObject({ count: Count, rows: z.array(line) });
}

const TableRef = { source: z.string(), table: z.string() };

/** What the keys of an answer are called; of what it does not mention nothing is said. */
export const LedgerNames = z.strictObject({
  products: z.array(Named),
  teams: z.array(Named),
  tables: z.array(
    z.strictObject({
      ...TableRef,
      /** What the source is called. */
      sourceName: z.string(),
      /** The entity that is made from it first, by which people know it; null where no product reads it. */
      label: z.string().nullable(),
      /** What fields are called, by the column they are made from alone. */
      columns: z.record(z.string(), z.string()),
    }),
  ),
});
export type LedgerNames = z.infer<typeof LedgerNames>;

const TableRow = LedgerTable.omit({ columns: true, consumers: true });
const UseCaseRow = LedgerUseCase.omit({ frees: true }).extend({
  /** What it needs of each table, the heaviest first. */
  alone: few(z.strictObject({ ...TableRef, bytes: Count })),
  frees: z.strictObject({
    columns: few(z.strictObject({ ...TableRef, column: z.string(), bytes: Count })),
    tables: Count,
    products: few(z.string()),
  }),
});
const ProductRow = LedgerProduct.pick({
  key: true,
  name: true,
  alignment: true,
  owner: true,
  attributes: true,
  bytes: true,
  storedBytes: true,
}).extend({ consumers: few(z.string()) });
export type LedgerTableRow = z.infer<typeof TableRow>;
export type LedgerUseCaseRow = z.infer<typeof UseCaseRow>;
export type LedgerProductRow = z.infer<typeof ProductRow>;

/** The lists of a ledger, each in the order in which it is read. */
const LedgerLists = z.strictObject({
  /** Heaviest first. */
  tables: part(TableRow),
  useCases: part(UseCaseRow),
  /** The two curves. */
  largestFirst: part(CurvePoint),
  asListed: part(CurvePoint),
  unusedTables: part(Ledger.shape.unusedTables.element),
  unusedColumns: part(Ledger.shape.unusedColumns.element),
  /** Products nobody needs or nobody owns. */
  orphans: part(ProductRow),
  /** What carries most first. */
  products: part(ProductRow),
  /** What holds for all tables first. */
  estimates: part(Estimate),
});

/** One point of a curve, thinned out: after so many use cases. */
const ChartPoint = z.strictObject({ after: Count, consumer: z.string(), adds: Count, total: Count });
export type LedgerChartPoint = z.infer<typeof ChartPoint>;

const Made = few(z.strictObject({ ...TableRef, needed: Count, of: Count }));

/** The ledger of all consumers that have been sent upstream: its totals, its layers and the beginning of every list. */
export const LedgerPage = z.strictObject({
  /** Another one when anything in it may be different. */
  edition: z.string(),
  currency: Ledger.shape.currency,
  copies: Ledger.shape.copies,
  totals: Ledger.shape.totals,
  /** Table by table what the totals add up, the most first. */
  madeOf: z.strictObject({ bytes: Made, columns: Made, rows: Made }),
  alignments: z.array(LedgerGroup),
  domains: z.array(LedgerGroup.extend({ name: z.string().nullable() })),
  charts: z.strictObject({ largestFirst: z.array(ChartPoint), asListed: z.array(ChartPoint) }),
  lists: LedgerLists,
  names: LedgerNames,
  prices: z.strictObject({
    stated: Prices,
    /** For If-Match. */
    version: z.number().int(),
    canEdit: z.boolean(),
  }),
});
export type LedgerPage = z.infer<typeof LedgerPage>;

export const LedgerList = LedgerLists.keyof();
export type LedgerList = z.infer<typeof LedgerList>;

export const LedgerRowsQuery = z.strictObject({ of: LedgerList, from: z.coerce.number().int().min(0).max(10_000_000) });
/** The list that was asked for, from there on, and of which ledger. */
export const LedgerRows = z.strictObject({ edition: z.string(), lists: LedgerLists.partial(), names: LedgerNames });
export type LedgerRows = z.infer<typeof LedgerRows>;

export const LedgerColumnsQuery = z.strictObject({ source: z.string().max(400), table: z.string().max(400) });
const ColumnRow = LedgerColumn.extend({ consumers: few(z.string()), copies: few(z.string()) });
export type LedgerColumnRow = z.infer<typeof ColumnRow>;
/** What the figures of one table add up. */
export const LedgerColumns = z.strictObject({ edition: z.string(), columns: z.array(ColumnRow), names: LedgerNames });

export const PricesKept = z.strictObject({ version: z.number().int() });
