import { can } from '@/lib/auth/can';
import { compareText } from '@/lib/base/compare-text';
import { ok } from '@/lib/base/result';
import { isSameModel } from '@/lib/model/is-same-model';
import { EMPTY_LAYOUT } from '@/lib/model/layout';
import { productResource } from './allow';
import { findProduct } from './find-product';
import { whoIsWho } from './named-change';
import type { World } from './world';

/** The working copy of a product's model, with what it would be compared to: the version that is published. */
export async function openDraft(world: World, { product: key }: { product: string }) {
  const found = await findProduct(world, world.store, 'draft.read', key);
  if (!found.ok) return found;
  const { product, row } = found.value;
  const draft = await world.store.draft(key);
  const document = draft?.document ?? product.model;
  const whoIs = await whoIsWho(world.store);
  const { published } = row;
  return ok({
    product: key,
    // The same draft has the same bytes, however it came to be in memory.
    records: Object.values(document.records).sort((a, b) => compareText(a.id, b.id)),
    revision: draft?.revision ?? 0,
    layout: draft?.layout ?? EMPTY_LAYOUT,
    layoutRevision: draft?.layoutRevision ?? 0,
    published: published && {
      version: published.id,
      number: published.number,
      at: published.at.toISOString(),
      by: whoIs(published.byId),
      reason: published.reason,
    },
    changedSincePublished: published === null || (row.hasDraft && !isSameModel(document, product.model)),
    canEdit: can(world.actor, 'draft.save', productResource(world.actor.workspaceId, product)).allowed,
  });
}
