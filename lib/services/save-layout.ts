import { ok } from '@/lib/base/result';
import type { LayoutPatch } from '@/lib/model/layout';
import { findProductRow } from './find-product-row';
import type { Refusal } from './refusal';
import type { World } from './world';

/** Moves things on the canvas. The last writer of each record wins: a position is not worth a question. */
export function saveLayout(world: World, { product, layout }: { product: string; layout: LayoutPatch }) {
  return world.write<null, Refusal>(async (store) => {
    await store.lockWorkspace();
    const found = await findProductRow(world, store, 'draft.save', product);
    if (!found.ok) return found;
    await store.keepLayout(found.value.id, layout);
    return ok(null);
  });
}
