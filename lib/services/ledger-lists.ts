import type { Ledger, LedgerColumn, LedgerProduct, LedgerTable, LedgerUseCase } from '@/lib/engine/ledger/ledger';
import type { Mentioned } from './ledger-names';

/** So many lines of each come with the page itself. */
const FIRST = {
  tables: 20,
  useCases: 12,
  largestFirst: 50,
  asListed: 50,
  unusedTables: 8,
  unusedColumns: 8,
  orphans: 10,
  products: 20,
  estimates: 6,
} as const;
export type LedgerList = keyof typeof FIRST;
/** So many more come at once. */
const STEP = 100;
/** A press to see two more is a press too many. */
const FEW = 2;
/** So many of what a single line is made of. */
const FIRST_PARTS = 8;

type List<Line, Row> = { lines: readonly Line[]; toRow(line: Line, mentioned: Mentioned): Row };
export type LedgerLines = ReturnType<typeof ledgerLines>;

/** The lists of a ledger in the order in which they are read. Nothing is described before it is asked for. */
export function ledgerLines(ledger: Ledger) {
  const orphans = new Set(ledger.orphans);
  const alone = neededAlone(ledger);
  return {
    tables: list(
      ledger.tables.toSorted((a, b) => b.everything.bytes - a.everything.bytes || b.needed.bytes - a.needed.bytes),
      toTable,
    ),
    useCases: list(
      ledger.useCases.toSorted((a, b) => b.standalone.bytes - a.standalone.bytes),
      (line, mentioned) => toUseCase(line, alone.get(line.consumer) ?? [], mentioned),
    ),
    largestFirst: list(ledger.curves.largestFirst, toPoint),
    asListed: list(ledger.curves.asListed, toPoint),
    unusedTables: list(ledger.unusedTables, toUnusedTable),
    unusedColumns: list(ledger.unusedColumns, toUnusedColumn),
    orphans: list(
      ledger.products.filter(({ key, owner }) => orphans.has(key) || owner === null),
      toProduct,
    ),
    products: list(
      ledger.products.toSorted((a, b) => b.bytes.needed - a.bytes.needed),
      toProduct,
    ),
    estimates: list(
      ledger.estimates.toSorted((a, b) => Number('table' in a) - Number('table' in b)),
      toEstimate,
    ),
  };
}

/** The beginning of every list. */
export function firstOfLists(lines: LedgerLines, mentioned: Mentioned) {
  const first = <Line, Row>(of: LedgerList, { lines, toRow }: List<Line, Row>) => {
    const shown = lines.length <= FIRST[of] + FEW ? lines : lines.slice(0, FIRST[of]);
    return { count: lines.length, rows: shown.map((line) => toRow(line, mentioned)) };
  };
  return {
    tables: first('tables', lines.tables),
    useCases: first('useCases', lines.useCases),
    largestFirst: first('largestFirst', lines.largestFirst),
    asListed: first('asListed', lines.asListed),
    unusedTables: first('unusedTables', lines.unusedTables),
    unusedColumns: first('unusedColumns', lines.unusedColumns),
    orphans: first('orphans', lines.orphans),
    products: first('products', lines.products),
    estimates: first('estimates', lines.estimates),
  };
}

/** One list from a line on, by its name. */
export function moreOfList(lines: LedgerLines, { of, from }: { of: LedgerList; from: number }, mentioned: Mentioned) {
  const more = <Line, Row>({ lines, toRow }: List<Line, Row>) => ({
    count: lines.length,
    rows: lines.slice(from, from + STEP).map((line) => toRow(line, mentioned)),
  });
  switch (of) {
    case 'tables':
      return { tables: more(lines.tables) };
    case 'useCases':
      return { useCases: more(lines.useCases) };
    case 'largestFirst':
      return { largestFirst: more(lines.largestFirst) };
    case 'asListed':
      return { asListed: more(lines.asListed) };
    case 'unusedTables':
      return { unusedTables: more(lines.unusedTables) };
    case 'unusedColumns':
      return { unusedColumns: more(lines.unusedColumns) };
    case 'orphans':
      return { orphans: more(lines.orphans) };
    case 'products':
      return { products: more(lines.products) };
    case 'estimates':
      return { estimates: more(lines.estimates) };
  }
}

/** Who needs a column and who stores it: the first few of each. */
export function toColumn(table: LedgerTable, column: LedgerColumn, mentioned: Mentioned) {
  mentioned.table(table, column.name);
  return {
    ...column,
    consumers: fewProducts(column.consumers, mentioned),
    copies: fewProducts(column.copies, mentioned),
  };
}

export function fewOf<Thing>(things: readonly Thing[]) {
  return { count: things.length, first: things.slice(0, FIRST_PARTS) };
}

function list<Line, Row>(lines: readonly Line[], toRow: (line: Line, mentioned: Mentioned) => Row): List<Line, Row> {
  return { lines, toRow };
}

function fewProducts(keys: readonly string[], mentioned: Mentioned) {
  const few = fewOf(keys);
  for (const key of few.first) mentioned.product(key);
  return few;
}

function toTable({ columns: _, consumers: __, ...line }: LedgerTable, mentioned: Mentioned) {
  mentioned.table(line);
  return line;
}

type TablePart = { source: string; table: string; bytes: number };

/** What each use case needs of each table, the heaviest first. */
function neededAlone({ tables }: Ledger): ReadonlyMap<string, readonly TablePart[]> {
  const parts = new Map<string, TablePart[]>();
  for (const { source, table, columns } of tables) {
    const bytesOf = new Map<string, number>();
    for (const { bytes, consumers } of columns)
      for (const consumer of consumers) bytesOf.set(consumer, (bytesOf.get(consumer) ?? 0) + bytes);
    for (const [consumer, bytes] of bytesOf) {
      const known = parts.get(consumer) ?? [];
      parts.set(consumer, known);
      if (bytes > 0) known.push({ source, table, bytes });
    }
  }
  for (const one of parts.values()) one.sort((a, b) => b.bytes - a.bytes);
  return parts;
}

function toUseCase({ frees, ...line }: LedgerUseCase, alone: readonly TablePart[], mentioned: Mentioned) {
  const told = {
    ...line,
    alone: fewOf(alone),
    frees: {
      columns: fewOf(frees.columns.toSorted((a, b) => b.bytes - a.bytes)),
      tables: frees.tables.length,
      products: fewProducts(frees.products, mentioned),
    },
  };
  mentioned.team(line.owner);
  for (const table of told.alone.first) mentioned.table(table);
  for (const column of told.frees.columns.first) mentioned.table(column, column.column);
  return told;
}

function toPoint(point: Ledger['curves']['asListed'][number], mentioned: Mentioned) {
  mentioned.product(point.consumer);
  return point;
}

function toUnusedTable(table: Ledger['unusedTables'][number], mentioned: Mentioned) {
  mentioned.table(table);
  return table;
}

function toUnusedColumn(column: Ledger['unusedColumns'][number], mentioned: Mentioned) {
  mentioned.table(column, column.column);
  return column;
}

function toProduct(product: LedgerProduct, mentioned: Mentioned) {
  const { key, name, alignment, owner, attributes, bytes, storedBytes } = product;
  mentioned.team(owner);
  const consumers = fewProducts(product.consumers, mentioned);
  return { key, name, alignment, owner, attributes, bytes, storedBytes, consumers };
}

function toEstimate(estimate: Ledger['estimates'][number], mentioned: Mentioned) {
  if ('table' in estimate) mentioned.table(estimate);
  return estimate;
}
