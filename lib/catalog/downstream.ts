import { ownerIn } from '@/lib/model/input-ref';
import { indexModel } from '@/lib/model/model-index';
import type { Product, WorkspaceSnapshot } from './snapshot';

/** Neither a product nor a snapshot changes, and who asks for many things asks the same again for each. */
const inputs = new WeakMap<Product, readonly string[]>();
const readers = new WeakMap<WorkspaceSnapshot, ReadonlyMap<string, readonly string[]>>();

/** The products a product reads entities of, itself left out; in the order they are first named. */
export function inputProductsOf(product: Product): readonly string[] {
  const known = inputs.get(product) ?? namedBy(product);
  inputs.set(product, known);
  return known;
}

function namedBy({ key, model }: Product): string[] {
  const named = indexModel(model).byKind.entity.flatMap(({ derivation }) =>
    derivation === null ? [] : [derivation.from, ...derivation.joins],
  );
  const products = named.flatMap((input) => ('entity' in input ? [ownerIn(input.entity)] : []));
  return [...new Set(products)].filter((product) => product !== key);
}

/** Everything that is made from a product, at any distance, and the product itself: what it may not read in turn. */
export function downstreamOf(snapshot: WorkspaceSnapshot, key: string): Set<string> {
  const read = readersIn(snapshot);
  const reached = new Set([key]);
  for (const at of reached) for (const reader of read.get(at) ?? []) reached.add(reader);
  return reached;
}

function readersIn(snapshot: WorkspaceSnapshot): ReadonlyMap<string, readonly string[]> {
  const known = readers.get(snapshot);
  if (known) return known;
  const found = new Map<string, string[]>();
  for (const product of snapshot.products)
    for (const input of inputProductsOf(product)) {
      const reading = found.get(input);
      if (reading) reading.push(product.key);
      else found.set(input, [product.key]);
    }
  readers.set(snapshot, found);
  return found;
}
