import type { Inventory } from './inventory';
import type { Amount } from './ledger';
import { moneyFor, type PriceBook } from './price-book';

export type Quantities = Omit<Amount, 'money'>;

/** Tables and columns by their place in the inventory; `stored` lists what each copy holds. */
export function amountOf(
  inventory: Inventory,
  book: PriceBook,
  {
    tables,
    columns,
    stored,
  }: { tables: Iterable<number>; columns: Iterable<number>; stored: Iterable<readonly number[]> },
): Amount {
  const sum: Quantities = { tables: 0, rows: 0, columns: 0, bytes: 0, storedBytes: 0, estimatedBytes: 0 };
  for (const at of tables) {
    sum.tables++;
    sum.rows += inventory.tables[at]?.table.rows ?? 0;
  }
  for (const at of columns) {
    const column = inventory.columns[at];
    sum.columns++;
    sum.bytes += column?.bytes ?? 0;
    if (column?.isShare) sum.estimatedBytes += column.bytes;
  }
  for (const copy of stored) for (const at of copy) sum.storedBytes += inventory.columns[at]?.bytes ?? 0;
  return priced(sum, book);
}

/** Quantities with what they cost; money is always computed from bytes and never added up. */
export function priced(quantities: Quantities, book: PriceBook): Amount {
  return { ...quantities, money: moneyFor(quantities.bytes, quantities.storedBytes, book) };
}

export function addAmounts(amounts: readonly Amount[], book: PriceBook): Amount {
  const sum: Quantities = { tables: 0, rows: 0, columns: 0, bytes: 0, storedBytes: 0, estimatedBytes: 0 };
  for (const amount of amounts) addTo(sum, amount, 1);
  return priced(sum, book);
}

/** Negative where a part outweighs the whole, as columns may that were stated to weigh more than their table. */
export function lessAmount(whole: Amount, part: Amount, book: PriceBook): Amount {
  const { money, ...left } = whole;
  addTo(left, part, -1);
  return priced(left, book);
}

function addTo(sum: Quantities, amount: Quantities, sign: 1 | -1): void {
  sum.tables += sign * amount.tables;
  sum.rows += sign * amount.rows;
  sum.columns += sign * amount.columns;
  sum.bytes += sign * amount.bytes;
  sum.storedBytes += sign * amount.storedBytes;
  sum.estimatedBytes += sign * amount.estimatedBytes;
}
