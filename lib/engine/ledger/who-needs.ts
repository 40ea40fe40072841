import type { Needs } from './find-needs';

/** Who needs each table, column, product and stored copy: the consumers in the order the needs are given. */
export type WhoNeeds = {
  tables: ReadonlyMap<number, readonly string[]>;
  columns: ReadonlyMap<number, readonly string[]>;
  products: ReadonlyMap<string, readonly string[]>;
  /** Per product, per column it stores. */
  copies: ReadonlyMap<string, ReadonlyMap<number, readonly string[]>>;
};

export function whoNeedsWhat(needs: readonly Needs[]): WhoNeeds {
  const tables = new Map<number, string[]>();
  const columns = new Map<number, string[]>();
  const products = new Map<string, string[]>();
  const copies = new Map<string, Map<number, string[]>>();
  for (const need of needs) {
    for (const at of need.tables) add(tables, at, need.consumer);
    for (const at of need.columns) add(columns, at, need.consumer);
    for (const key of need.products.keys()) add(products, key, need.consumer);
    for (const [key, kept] of need.copies) {
      const known = copies.get(key) ?? new Map<number, string[]>();
      for (const at of kept) add(known, at, need.consumer);
      copies.set(key, known);
    }
  }
  return { tables, columns, products, copies };
}

function add<K>(lists: Map<K, string[]>, key: K, consumer: string): void {
  const list = lists.get(key);
  if (list) list.push(consumer);
  else lists.set(key, [consumer]);
}
