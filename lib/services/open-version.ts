import { ok, refuse } from '@/lib/base/result';
import { findProduct } from './find-product';
import { whoIsWho } from './named-change';
import type { Refusal } from './refusal';
import type { World } from './world';

/** One published version of a model, as it was said then. */
export async function openVersion(world: World, { product, number }: { product: string; number: number }) {
  const found = await findProduct(world, world.store, 'catalog.read', product);
  if (!found.ok) return found;
  const version = await world.store.version(found.value.row.id, number);
  if (!version) return refuse<Refusal>({ code: 'not-found', what: 'version', key: `${product} ${number}` });
  const whoIs = await whoIsWho(world.store);
  return ok({
    number: version.number,
    at: version.at.toISOString(),
    by: whoIs(version.byId),
    reason: version.reason,
    records: Object.values(version.document.records),
  });
}
