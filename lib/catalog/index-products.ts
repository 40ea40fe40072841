import type { Product, WorkspaceSnapshot } from './snapshot';

type Entries<V> = readonly (readonly [key: string, value: V])[];

/**
 * An index over all products by whatever each of them tells by itself. It is made once for a snapshot, and from the one
 * made last where only some products are others: an edit changes one, and there are thousands. What stands under one key
 * is in no order. `tell` must look at nothing but the product.
 */
export function indexProducts<V>(tell: (product: Product) => Entries<V>): ProductIndex<V> {
  const made = new WeakMap<WorkspaceSnapshot, ReadonlyMap<string, readonly V[]>>();
  const told = new WeakMap<Product, Entries<V>>();
  const entriesOf = (product: Product): Entries<V> => {
    const entries = told.get(product) ?? tell(product);
    told.set(product, entries);
    return entries;
  };
  let last: { products: readonly Product[]; index: ReadonlyMap<string, readonly V[]> } | null = null;
  return (snapshot) => {
    const known = made.get(snapshot);
    if (known) return known;
    const { products } = snapshot;
    const changed = last === null ? null : changedSince(last.products, products);
    const index = last === null || changed === null ? collect(products, entriesOf) : new Map(last.index);
    for (const { was, is } of changed ?? []) {
      for (const [key, value] of entriesOf(was))
        index.set(
          key,
          (index.get(key) ?? []).filter((one) => one !== value),
        );
      for (const [key, value] of entriesOf(is)) index.set(key, [...(index.get(key) ?? []), value]);
    }
    last = { products, index };
    made.set(snapshot, index);
    return index;
  };
}

function collect<V>(products: readonly Product[], entriesOf: (product: Product) => Entries<V>) {
  const lists = new Map<string, V[]>();
  for (const product of products)
    for (const [key, value] of entriesOf(product)) {
      const list = lists.get(key);
      if (list) list.push(value);
      else lists.set(key, [value]);
    }
  return new Map<string, readonly V[]>(lists);
}

export type ProductIndex<V> = (snapshot: WorkspaceSnapshot) => ReadonlyMap<string, readonly V[]>;

/** More than this is not an edit but another workspace. */
const CHANGED_MAX = 64;

/** Null where products came, went or moved. */
function changedSince(
  before: readonly Product[],
  products: readonly Product[],
): { was: Product; is: Product }[] | null {
  if (before.length !== products.length) return null;
  const changed: { was: Product; is: Product }[] = [];
  for (const [at, is] of products.entries()) {
    const was = before[at];
    if (was === is) continue;
    if (was?.key !== is.key || changed.length >= CHANGED_MAX) return null;
    changed.push({ was, is });
  }
  return changed;
}
