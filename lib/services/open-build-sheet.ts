import { ok, type Result, refuse } from '@/lib/base/result';
import { type BuildSheet, toBuildSheet } from '@/lib/reviews/build-sheet';
import { findProduct } from './find-product';
import { livePlanInSlices } from './live-plan';
import type { Refusal } from './refusal';
import type { World } from './world';

/** What to build for everybody who has been sent upstream, and why. */
export async function openBuildSheet(
  world: World,
  { product: key }: { product: string },
): Promise<Result<BuildSheet, Refusal>> {
  const { store } = world;
  const found = await findProduct(world, store, 'catalog.read', key);
  if (!found.ok) return found;
  const { snapshot } = found.value;
  const sheet = toBuildSheet(snapshot, await livePlanInSlices(snapshot, await store.pushedConsumers()), key);
  return sheet ? ok(sheet) : refuse({ code: 'not-found', what: 'product', key });
}
