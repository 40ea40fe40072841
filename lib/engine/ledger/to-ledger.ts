import { compareText } from '@/lib/base/compare-text';
import { ok, type Result, refuse } from '@/lib/base/result';
import { Alignment, type WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { compileLineage } from '../lineage/compile-lineage';
import type { LineageLoop } from '../lineage/order-upstream';
import { addAmounts, lessAmount } from './amount';
import { carriedColumns } from './carried-columns';
import { decayCurve, largestFirst } from './decay-curve';
import { distinctNumbers } from './distinct-numbers';
import { findNeeds, type Needs } from './find-needs';
import { readInventory } from './inventory';
import type { Estimate, Ledger, LedgerTable } from './ledger';
import { priceBookOf } from './price-book';
import { groupLines, productLines } from './product-lines';
import { tableLines } from './table-lines';
import { useCaseLines } from './use-case-lines';
import { whoNeedsWhat } from './who-needs';

export type LedgerRefusal = LineageLoop | { code: 'unknown-consumer'; consumer: string };

/**
 * What these consumers need of the source inventory, against copying everything. Pure, and the same whatever their order,
 * except for the curve that adds them as listed. Counts what a plan of the same consumers has in its scopes, to the byte.
 */
export function toLedger(snapshot: WorkspaceSnapshot, consumers: readonly string[]): Result<Ledger, LedgerRefusal> {
  const steps = ledgerInSteps(snapshot, consumers);
  for (;;) {
    const { value, done } = steps.next();
    if (done) return value;
  }
}

/** The same in many small steps, for whoever has to let others through in between. */
export function* ledgerInSteps(
  snapshot: WorkspaceSnapshot,
  consumers: readonly string[],
): Generator<undefined, Result<Ledger, LedgerRefusal>, undefined> {
  const lineage = compileLineage(snapshot);
  const inventory = readInventory(snapshot);
  const carriedBy = carriedColumns(snapshot, inventory);
  const distinct = distinctNumbers(inventory.columns.length);
  const facts = { lineage, inventory, carriedBy, distinct, held: new Map() };
  const needs: Needs[] = [];
  for (const key of new Set(consumers)) {
    const consumer = lineage.product(key);
    if (!consumer) return refuse({ code: 'unknown-consumer', consumer: key });
    const found = findNeeds(facts, consumer);
    if (!found.ok) return found;
    needs.push(found.value);
    yield;
  }
  const book = priceBookOf(snapshot);
  const who = whoNeedsWhat(needs);
  yield;
  const tables = tableLines({ inventory, book, who, needs });
  yield;
  const products = yield* productLines(snapshot, { inventory, who, carriedBy, distinct });
  const needed = addAmounts(
    tables.map((line) => line.needed),
    book,
  );
  const everything = addAmounts(
    tables.map((line) => line.everything),
    book,
  );
  const domains = [...snapshot.domains.map(({ key }) => key).sort(compareText), null];
  yield;
  const useCases = useCaseLines({ lineage, inventory, book, who }, needs);
  yield;
  const asListed = decayCurve(inventory, needs);
  yield;
  const largest = decayCurve(inventory, largestFirst(inventory, needs));
  yield;
  return ok({
    headwater: 1,
    currency: snapshot.workspace.currency,
    prices: book.prices,
    copies: book.copies,
    totals: {
      needed,
      everything,
      leftOut: lessAmount(everything, needed, book),
      share: everything.bytes === 0 ? null : needed.bytes / everything.bytes,
    },
    tables,
    products,
    alignments: groupLines(products, Alignment.options, ({ alignment }) => alignment),
    domains: groupLines(products, domains, ({ domain }) => domain),
    useCases,
    curves: { asListed, largestFirst: largest },
    ...findUnused(tables),
    orphans: products
      .filter(({ alignment, status, consumers: readers }) => isOffered(alignment, status) && readers.length === 0)
      .map(({ key }) => key),
    ownerless: products.filter(({ owner }) => owner === null).map(({ key }) => key),
    estimates: [...findEstimates(tables), ...book.estimates],
  });
}

function isOffered(alignment: Alignment, status: string): boolean {
  return alignment !== 'consumer' && status !== 'draft';
}

function findUnused(tables: readonly LedgerTable[]): Pick<Ledger, 'unusedTables' | 'unusedColumns'> {
  const byName = (a: { source: string; table: string }, b: { source: string; table: string }) =>
    compareText(a.source, b.source) || compareText(a.table, b.table);
  return {
    unusedTables: tables
      .filter(({ consumers }) => consumers.length === 0)
      .map(({ source, table, everything: { rows, bytes } }) => ({ source, table, rows, bytes }))
      .sort((a, b) => b.bytes - a.bytes || byName(a, b)),
    unusedColumns: tables
      .filter(({ consumers }) => consumers.length > 0)
      .flatMap(({ source, table, columns }) =>
        columns.flatMap(({ name, bytes, estimated, needed }) =>
          needed ? [] : [{ source, table, column: name, bytes, estimated }],
        ),
      )
      .sort((a, b) => b.bytes - a.bytes || byName(a, b) || compareText(a.column, b.column)),
  };
}

function findEstimates(tables: readonly LedgerTable[]): Estimate[] {
  const shares = tables.flatMap(({ source, table, columns }): Estimate[] => {
    const estimated = columns.filter((column) => column.estimated).length;
    return estimated === 0 ? [] : [{ code: 'even-shares', source, table, columns: estimated }];
  });
  const unattributed = tables.flatMap(({ source, table, unattributedBytes }): Estimate[] =>
    unattributedBytes === 0 ? [] : [{ code: 'unattributed-bytes', source, table, bytes: unattributedBytes }],
  );
  const hasCopies = tables.some(({ needed }) => needed.storedBytes > 0);
  return [...shares, ...unattributed, ...(hasCopies ? [{ code: 'copies-weigh-their-columns' as const }] : [])];
}
