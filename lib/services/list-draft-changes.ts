import { ok } from '@/lib/base/result';
import { findProductRow } from './find-product-row';
import { nameChanges, whoIsWho } from './named-change';
import type { World } from './world';

/** What others saved while somebody had the draft open: what a page needs to follow without opening it again. */
export async function listDraftChanges(world: World, { product, since }: { product: string; since: number }) {
  const { store } = world;
  const found = await findProductRow(world, store, 'draft.read', product);
  if (!found.ok) return found;
  const changes = await store.draftChangesSince(found.value.id, since);
  const { positions, areas = {} } = await store.draftLayout(found.value.id);
  const touched = new Set(changes.flatMap(({ put }) => put.map(({ id }) => id)));
  return ok({
    revision: changes.at(-1)?.revision ?? since,
    changes: nameChanges(changes, await whoIsWho(store)),
    positions: Object.fromEntries(Object.entries(positions).filter(([id]) => touched.has(id))),
    areas,
  });
}
