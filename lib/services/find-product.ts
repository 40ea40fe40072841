import { ok, type Result, refuse } from '@/lib/base/result';
import type { Action } from '@/lib/catalog/action';
import type { Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { indexSnapshot } from '@/lib/catalog/surroundings';
import { allow, productResource } from './allow';
import type { Refusal } from './refusal';
import type { ReadStore, StoredProduct } from './store';
import type { World } from './world';

export type FoundProduct = { product: Product; row: StoredProduct; snapshot: WorkspaceSnapshot };

/** A product somebody may do this with, in the published state of its workspace. */
export async function findProduct(
  world: World,
  store: ReadStore,
  action: Action,
  key: string,
): Promise<Result<FoundProduct, Refusal>> {
  const { snapshot } = await store.snapshot();
  const product = indexSnapshot(snapshot).products.get(key);
  const row = product && (await store.product(key));
  if (!product || !row) return refuse({ code: 'not-found', what: 'product', key });
  const allowed = allow(world.actor, action, productResource(world.actor.workspaceId, product));
  return allowed.ok ? ok({ product, row, snapshot }) : allowed;
}
