import { compareText } from '@/lib/base/compare-text';
import { ok } from '@/lib/base/result';
import { findProductRow } from './find-product-row';
import type { World } from './world';

/** How many threads stand open at each record of a product's model: what the cards show. */
export async function countComments(world: World, { product }: { product: string }) {
  const found = await findProductRow(world, world.store, 'comment.read', product);
  if (!found.ok) return found;
  const counts = await world.store.openThreads(product);
  return ok({ records: [...counts].sort((a, b) => compareText(a.record, b.record)) });
}
