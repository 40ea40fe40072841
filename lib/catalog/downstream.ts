import { ownerIn } from '@/lib/model/input-ref';
import { indexModel } from '@/lib/model/model-index';
import type { Product, WorkspaceSnapshot } from './snapshot';

/** The products a product reads entities of, itself left out; in the order they are first named. */
export function inputProductsOf({ key, model }: Product): string[] {
  const inputs = indexModel(model).byKind.entity.flatMap(({ derivation }) =>
    derivation === null ? [] : [derivation.from, ...derivation.joins],
  );
  const products = inputs.flatMap((input) => ('entity' in input ? [ownerIn(input.entity)] : []));
  return [...new Set(products)].filter((product) => product !== key);
}

/** Everything that is made from a product, at any distance, and the product itself: what it may not read in turn. */
export function downstreamOf(snapshot: WorkspaceSnapshot, key: string): Set<string> {
  const readers = new Map<string, string[]>();
  for (const product of snapshot.products) {
    for (const input of inputProductsOf(product)) readers.set(input, [...(readers.get(input) ?? []), product.key]);
  }
  const reached = new Set([key]);
  for (const at of reached) for (const reader of readers.get(at) ?? []) reached.add(reader);
  return reached;
}
