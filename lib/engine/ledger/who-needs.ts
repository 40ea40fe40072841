import type { Needs } from './find-needs';

/** Who needs each table, column and product, in the order the needs are given, and how many need each stored copy. */
export type WhoNeeds = {
  tables: ReadonlyMap<number, readonly string[]>;
  columns: ReadonlyMap<number, readonly string[]>;
  products: ReadonlyMap<string, readonly Needs[]>;
  /** Per product, per column it stores. */
  copies: ReadonlyMap<string, ReadonlyMap<number, number>>;
};

export function whoNeedsWhat(needs: readonly Needs[]): WhoNeeds {
  const tables = new Map<number, string[]>();
  const columns = new Map<number, string[]>();
  const products = new Map<string, Needs[]>();
  const lists = new Map<string, Map<readonly number[], number>>();
  for (const need of needs) {
    for (const at of need.tables) add(tables, at, need.consumer);
    for (const at of need.columns) add(columns, at, need.consumer);
    for (const key of need.products.keys()) add(products, key, need);
    for (const [key, kept] of need.copies) {
      const known = lists.get(key) ?? new Map<readonly number[], number>();
      known.set(kept, (known.get(kept) ?? 0) + 1);
      lists.set(key, known);
    }
  }
  const copies = new Map([...lists].map(([key, known]) => [key, countEach(known)]));
  return { tables, columns, products, copies };
}

/** How many keep each column: consumers that need the same of a product have one list between them. */
function countEach(lists: ReadonlyMap<readonly number[], number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const [columns, times] of lists) for (const at of columns) counts.set(at, (counts.get(at) ?? 0) + times);
  return counts;
}

function add<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
