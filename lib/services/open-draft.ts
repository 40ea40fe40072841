import { can } from '@/lib/auth/can';
import { fingerprint } from '@/lib/base/fingerprint';
import { ok } from '@/lib/base/result';
import { EMPTY_LAYOUT } from '@/lib/model/layout';
import type { ModelDocument, ModelRecord } from '@/lib/model/records';
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
  const records = draft?.records ?? Object.values(product.model.records);
  const whoIs = await whoIsWho(world.store);
  const { published } = row;
  return ok({
    product: key,
    records,
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
    changedSincePublished: fingerprint(documentOf(records)) !== published?.fingerprint,
    canEdit: can(world.actor, 'draft.save', productResource(world.actor.workspaceId, product)).allowed,
  });
}

/** The document some records make. */
export function documentOf(records: readonly ModelRecord[]): ModelDocument {
  return { schemaVersion: 1, records: Object.fromEntries(records.map((record) => [record.id, record])) };
}
