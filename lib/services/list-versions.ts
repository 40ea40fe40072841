import { ok } from '@/lib/base/result';
import { findProduct } from './find-product';
import { whoIsWho } from './named-change';
import type { World } from './world';

/** The published versions of a model, newest first. */
export async function listVersions(world: World, { product }: { product: string }) {
  const found = await findProduct(world, world.store, 'catalog.read', product);
  if (!found.ok) return found;
  const whoIs = await whoIsWho(world.store);
  const versions = await world.store.versions(found.value.row.id);
  return ok({
    versions: versions.map(({ number, at, byId, reason }) => ({
      number,
      at: at.toISOString(),
      by: whoIs(byId),
      reason,
    })),
  });
}
