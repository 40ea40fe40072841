import { ok, type Result, refuse } from '@/lib/base/result';
import type { Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { allow } from './allow';
import { askResource } from './ask-policy';
import { type FoundAsk, findAsk } from './find-ask';
import type { Refusal } from './refusal';
import type { ReadStore, StoredRequirement } from './store';
import type { World } from './world';

export type AskToProvide = {
  ask: FoundAsk;
  snapshot: WorkspaceSnapshot;
  product: Product;
  /** The line that is meant. */
  wanted: StoredRequirement;
};
type Wanted = { ask: string; kind: 'entity' | 'attribute'; target: string };

/** The line of an ask somebody wants to provide. Refused to whoever may not, and where nothing of the kind is asked. */
export async function findAskToProvide(
  world: World,
  store: ReadStore,
  { ask: key, kind, target }: Wanted,
): Promise<Result<AskToProvide, Refusal>> {
  const found = await findAsk(store, key);
  if (!found.ok) return found;
  const ask = found.value;
  const { snapshot } = await store.snapshot();
  const allowed = allow(world.actor, 'ask.provide', askResource(world, snapshot, ask, ask.rows));
  if (!allowed.ok) return allowed;
  const product = snapshot.products.find((one) => one.key === ask.product);
  if (!product) return refuse({ code: 'not-found', what: 'product', key: ask.product });
  const wanted = ask.rows.find((row) => row.kind === kind && row.target === target);
  if (!wanted) return refuse({ code: 'cannot-provide', because: { code: 'not-asked', target } });
  return ok({ ask, snapshot, product, wanted });
}
