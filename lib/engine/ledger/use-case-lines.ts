import { compareText } from '@/lib/base/compare-text';
import type { Lineage } from '../lineage/lineage';
import { amountOf } from './amount';
import type { Needs } from './find-needs';
import type { Inventory } from './inventory';
import type { LedgerUseCase } from './ledger';
import type { PriceBook } from './price-book';
import type { WhoNeeds } from './who-needs';

type Facts = { lineage: Lineage; inventory: Inventory; book: PriceBook; who: WhoNeeds };

/** One line per consumer, by key: alone, beyond all the others, and its even share of what is shared. */
export function useCaseLines(facts: Facts, needs: readonly Needs[]): LedgerUseCase[] {
  const shares = evenShares(facts);
  return needs
    .map((need) => useCaseLine(facts, need, shares.get(need.consumer) ?? 0))
    .sort((a, b) => compareText(a.consumer, b.consumer));
}

function useCaseLine({ lineage, inventory, book, who }: Facts, need: Needs, evenShareBytes: number): LedgerUseCase {
  const isOnly = (readers: readonly unknown[] | undefined) => readers?.length === 1;
  const columns = [...need.columns].filter((at) => isOnly(who.columns.get(at)));
  const tables = [...need.tables].filter((at) => isOnly(who.tables.get(at)));
  const stored = [...need.copies].map(([key, kept]) => {
    const counts = who.copies.get(key);
    return kept.filter((at) => counts?.get(at) === 1);
  });
  const product = lineage.product(need.consumer)?.product;
  return {
    consumer: need.consumer,
    name: product?.name ?? need.consumer,
    owner: product?.useCase?.owner ?? product?.owner ?? null,
    standalone: amountOf(inventory, book, {
      tables: need.tables,
      columns: need.columns,
      stored: need.copies.values(),
    }),
    marginal: amountOf(inventory, book, { tables, columns, stored }),
    evenShareBytes,
    frees: {
      tables: tables.map((at) => inventory.tables[at]?.ref ?? '').sort(compareText),
      columns: columns
        .flatMap((at) => {
          const column = inventory.columns[at];
          if (!column) return [];
          const { table, name, bytes } = column;
          return [{ source: table.source, table: table.table.name, column: name, bytes }];
        })
        .sort(
          (a, b) => compareText(a.source, b.source) || compareText(a.table, b.table) || compareText(a.column, b.column),
        ),
      products: [...need.products.keys()]
        .filter((key) => key !== need.consumer && isOnly(who.products.get(key)))
        .sort(compareText),
    },
  };
}

/**
 * Every column's bytes divided by those who need it: what a consumer adds on average over all orders in which they could
 * have come (its Shapley value). In whole bytes, so that the parts add up; what does not divide goes byte by byte to the
 * consumers whose turn it is, round and round over the columns.
 */
function evenShares({ inventory, who }: Facts): Map<string, number> {
  const shares = new Map<string, number>();
  let turn = 0;
  for (const [at, readers] of [...who.columns].sort(([a], [b]) => a - b)) {
    const bytes = inventory.columns[at]?.bytes ?? 0;
    const even = Math.floor(bytes / readers.length);
    const rest = bytes - even * readers.length;
    const sorted = [...readers].sort(compareText);
    sorted.forEach((consumer, index) => {
      const extra = (index - turn + sorted.length * (turn + 1)) % sorted.length < rest ? 1 : 0;
      shares.set(consumer, (shares.get(consumer) ?? 0) + even + extra);
    });
    turn += rest;
  }
  return shares;
}
