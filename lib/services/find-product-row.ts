import { ok, type Result, refuse } from '@/lib/base/result';
import type { Action } from '@/lib/catalog/action';
import { allow, productResource } from './allow';
import type { Refusal } from './refusal';
import type { ReadStore, StoredProduct } from './store';
import type { World } from './world';

/**
 * A product somebody may do this with, from its row alone: what is done at every keystroke must not wait for the whole
 * workspace to be read.
 */
export async function findProductRow(
  world: World,
  store: ReadStore,
  action: Action,
  key: string,
): Promise<Result<StoredProduct, Refusal>> {
  const row = await store.product(key);
  if (!row) return refuse({ code: 'not-found', what: 'product', key });
  const { alignment, owner, useCaseOwner } = row;
  const resource = productResource(world.actor.workspaceId, { alignment, owner, useCase: { owner: useCaseOwner } });
  const allowed = allow(world.actor, action, resource);
  return allowed.ok ? ok(row) : allowed;
}
