import { ok } from '@/lib/base/result';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { proposeAggregates } from '@/lib/engine/reuse/propose-aggregates';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { labelOfRecord } from '@/lib/model/names';
import { recordsOf } from '@/lib/model/records';
import { allow } from './allow';
import type { World } from './world';

/** What the consumers that have been sent upstream join, filter or group alike, what saves most first. */
export async function readSharedWork(world: World) {
  const { actor, store } = world;
  const allowed = allow(actor, 'catalog.read', { kind: 'workspace', workspaceId: actor.workspaceId });
  if (!allowed.ok) return allowed;
  const { snapshot } = await store.snapshot();
  const found = proposeAggregates(snapshot, await store.pushedConsumers());
  if (!found.ok) return found;
  const { product, entity } = namesIn(snapshot);
  const proposals = found.value.map(({ name, entities, attributes, consumers, extend, saves }) => ({
    key: name,
    entities: entities.map(entity),
    attributes: attributes.length,
    consumers: consumers.map(product),
    extend: extend === null ? null : entity(extend),
    runs: saves.runs,
    bytes: saves.bytesScanned,
  }));
  return ok({ proposals });
}

function namesIn({ products }: WorkspaceSnapshot) {
  const byKey = new Map(products.map((product) => [product.key, product]));
  const product = (key: string) => ({ key, name: byKey.get(key)?.name ?? key });
  const entity = (ref: string) => {
    const model = byKey.get(ownerIn(ref))?.model;
    const record = model && recordsOf(model, 'entity').find(({ name }) => name === nameIn(ref));
    const label = model && record ? labelOfRecord(model, record.id) : nameIn(ref);
    return { ref, label, product: product(ownerIn(ref)) };
  };
  return { product, entity };
}
