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
  const copies = new Map<string, Map<number, number>>();
  for (const need of needs) {
    for (const at of need.tables) add(tables, at, need.consumer);
    for (const at of need.columns) add(columns, at, need.consumer);
    for (const key of need.products.keys()) add(products, key, need);
    for (const [key, kept] of need.copies) {
      const known = copies.get(key) ?? new Map<number, number>();
      for (const at of kept) known.set(at, (known.get(at) ?? 0) + 1);
      copies.set(key, known);
    }
  }
  return { tables, columns, products, copies };
}

function add<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
