import { fingerprint } from '@/lib/base/fingerprint';
import { diffModels, patchModel, patchOf } from '@/lib/model/diff';
import { EMPTY_LAYOUT } from '@/lib/model/layout';
import { EMPTY_MODEL, type ModelDocument } from '@/lib/model/records';
import type { FoundProduct } from './find-product';
import { nextVersion } from './next-version';
import type { EventToAppend, WriteStore } from './store';
import type { World } from './world';

export type Published = { number: number; events: EventToAppend[] };

/**
 * Makes a model the published version of its product, in the caller's transaction. What others have drawn in the draft
 * meanwhile stays: only the difference to the version before is added to it, so nobody's unfinished work is published or
 * lost. The same model again makes no version.
 */
export async function publishVersion(
  world: World,
  store: WriteStore,
  { found, document, reason, at }: { found: FoundProduct; document: ModelDocument; reason: string; at: Date },
): Promise<Published> {
  const { product, row } = found;
  const byId = world.actor.id;
  const mark = fingerprint(document);
  const draft = await store.draft(product.key);
  const drawn = draft?.document ?? product.model;
  const merged = patchModel(drawn, patchOf(diffModels(product.model, document)));
  const change = patchOf(diffModels(draft ? drawn : EMPTY_MODEL, merged));
  const isChanged = !draft || change.put.length + change.remove.length > 0;
  const revision = (draft?.revision ?? 0) + (isChanged ? 1 : 0);
  if (isChanged) await store.keepDraft({ productId: row.id, revision, ...change, byId, at });
  // A draft that still says something else has not been published at the revision it has.
  const base = fingerprint(merged) === mark ? revision : revision - 1;
  if (row.published?.fingerprint === mark) {
    await store.rebaseDraft(row.id, row.published.id, base);
    return { number: row.published.number, events: [] };
  }
  const number = await nextVersion(store, row.id);
  const layout = draft?.layout ?? EMPTY_LAYOUT;
  await store.publish(
    { id: world.newId(), productId: row.id, number, fingerprint: mark, document, layout, reason, at, byId },
    base,
  );
  await store.countRevision();
  return {
    number,
    events: [{ kind: 'version-published', subject: { product: product.key, version: number, reason } }],
  };
}
