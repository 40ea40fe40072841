import type { Product, WorkspaceSnapshot } from './snapshot';

type Entries<V> = readonly (readonly [key: string, value: V])[];

/** Read key by key: what an edit changes lies over what was there before, and nothing is copied. */
export type IndexOf<V> = { get(key: string): readonly V[] | undefined };

/**
 * An index over all products by whatever each of them tells by itself. It is made once for a snapshot, and from one made
 * before where only some products are others: an edit changes one, and there are thousands. What stands under one key is
 * in no order, and nothing may. `tell` must look at nothing but the product, and tell values that no other product tells.
 */
export function indexProducts<V>(tell: (product: Product) => Entries<V>): (snapshot: WorkspaceSnapshot) => IndexOf<V> {
  const made = new WeakMap<WorkspaceSnapshot, IndexOf<V>>();
  const told = new WeakMap<Product, Entries<V>>();
  const entriesOf = (product: Product): Entries<V> => {
    const entries = told.get(product) ?? tell(product);
    told.set(product, entries);
    return entries;
  };
  let base: { products: readonly Product[]; index: IndexOf<V> } | null = null;
  return (snapshot) => {
    const known = made.get(snapshot);
    if (known) return known;
    const { products } = snapshot;
    const changed = base && changedSince(base.products, products);
    if (!base || !changed) base = { products, index: collect(products, entriesOf) };
    const index = changed && changed.length > 0 ? layOver(base.index, changed, entriesOf) : base.index;
    made.set(snapshot, index);
    return index;
  };
}

function layOver<V>(
  base: IndexOf<V>,
  changed: readonly Changed[],
  entriesOf: (product: Product) => Entries<V>,
): IndexOf<V> {
  const over = new Map<string, readonly V[]>();
  const get = (key: string) => over.get(key) ?? base.get(key);
  for (const { was, is } of changed) {
    for (const [key, value] of entriesOf(was))
      over.set(
        key,
        (get(key) ?? []).filter((one) => one !== value),
      );
    for (const [key, value] of entriesOf(is)) over.set(key, [...(get(key) ?? []), value]);
  }
  return { get };
}

function collect<V>(products: readonly Product[], entriesOf: (product: Product) => Entries<V>): IndexOf<V> {
  const lists = new Map<string, V[]>();
  for (const product of products)
    for (const [key, value] of entriesOf(product)) {
      const list = lists.get(key);
      if (list) list.push(value);
      else lists.set(key, [value]);
    }
  return lists;
}

/** More than this is not an edit but another workspace. */
const CHANGED_MAX = 64;

export type Changed = { was: Product; is: Product };

/** Null where products came, went or moved. */
export function changedSince(before: readonly Product[], products: readonly Product[]): Changed[] | null {
  if (before.length !== products.length) return null;
  const changed: Changed[] = [];
  for (let at = 0; at < products.length; at++) {
    const was = before[at];
    const is = products[at];
    if (was === is) continue;
    if (!was || !is || was.key !== is.key || changed.length >= CHANGED_MAX) return null;
    changed.push({ was, is });
  }
  return changed;
}
