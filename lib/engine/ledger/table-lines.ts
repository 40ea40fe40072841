import { compareText } from '@/lib/base/compare-text';
import { amountOf, priced } from './amount';
import type { Needs } from './find-needs';
import type { Inventory, InventoryTable } from './inventory';
import type { LedgerColumn, LedgerTable } from './ledger';
import type { PriceBook } from './price-book';
import type { WhoNeeds } from './who-needs';

type Facts = { inventory: Inventory; book: PriceBook; who: WhoNeeds; needs: readonly Needs[] };

/** One line per table of the inventory, needed or not, sorted by source and table; its columns as the source lists them. */
export function tableLines(facts: Facts): LedgerTable[] {
  const copies = new Map<number, string[]>();
  for (const [product, kept] of facts.who.copies)
    for (const at of kept.keys()) copies.set(at, [...(copies.get(at) ?? []), product]);
  const hops = new Map<number, number>();
  for (const need of facts.needs) for (const [at, steps] of need.hops) hops.set(at, Math.max(hops.get(at) ?? 0, steps));
  return facts.inventory.tables
    .map((table) => tableLine(facts, table, { copies, hops }))
    .sort((a, b) => compareText(a.source, b.source) || compareText(a.table, b.table));
}

type Ways = { copies: ReadonlyMap<number, string[]>; hops: ReadonlyMap<number, number> };

function tableLine({ inventory, book, who }: Facts, table: InventoryTable, ways: Ways): LedgerTable {
  const consumers = who.tables.get(table.at) ?? [];
  const all = [...table.columnAt.values()];
  const needed = all.filter((at) => who.columns.has(at));
  const stored = all.flatMap((at) => (ways.copies.get(at) ?? []).map(() => at));
  const weighed = amountOf(inventory, book, { tables: [table.at], columns: all, stored: [] });
  const bytes = Math.round(table.table.bytes);
  return {
    source: table.source,
    table: table.table.name,
    needed: amountOf(inventory, book, {
      tables: consumers.length > 0 ? [table.at] : [],
      columns: needed,
      stored: [stored],
    }),
    everything: priced({ ...weighed, bytes, storedBytes: Math.round(bytes * book.copies) }, book),
    unattributedBytes: bytes - weighed.bytes,
    consumers: [...consumers].sort(compareText),
    columns: all.map((at): LedgerColumn => {
      const column = inventory.columns[at];
      const readers = who.columns.get(at) ?? [];
      return {
        name: column?.name ?? '',
        bytes: column?.bytes ?? 0,
        estimated: column?.isShare ?? false,
        needed: readers.length > 0,
        consumers: [...readers].sort(compareText),
        copies: [...(ways.copies.get(at) ?? [])].sort(compareText),
        hops: ways.hops.get(at) ?? null,
      };
    }),
  };
}
