import { ok, refuse } from '@/lib/base/result';
import type { ModelRecord, RecordId } from '@/lib/model/records';
import { findProductRow } from './find-product-row';
import { nameChanges, whoIsWho } from './named-change';
import type { Refusal } from './refusal';
import type { World } from './world';

export type DraftSave = { product: string; revision: number; put: ModelRecord[]; remove: RecordId[] };
export type SavedDraft = { revision: number; savedAt: string; savedBy: { key: string; name: string } };

/**
 * Saves what changed since a revision. Whoever comes second with the same revision is not merged by guesswork here: they
 * get every save they have not seen, merge record by record where the person can look on, and save again.
 */
export function saveDraft(world: World, { product, revision, put, remove }: DraftSave) {
  return world.write<SavedDraft, Refusal>(async (store) => {
    await store.lockWorkspace();
    const found = await findProductRow(world, store, 'draft.save', product);
    if (!found.ok) return found;
    const twice = findTwice(put, remove);
    if (twice.length > 0) return refuse({ code: 'edit-refused', ids: twice });
    const productId = found.value.id;
    const current = await store.draftRevision(productId);
    if (current !== revision) {
      const changes = nameChanges(await store.draftChangesSince(productId, revision), await whoIsWho(store));
      return refuse({ code: 'stale-draft', revision: current, changes });
    }
    const next = revision + 1;
    const now = world.now();
    await store.keepDraft({ productId, revision: next, put, remove, byId: world.actor.id, at: now });
    const subject = { product, revision: next, put: put.length, removed: remove.length };
    await store.append([{ kind: 'draft-saved', subject }], world.actor.id, now);
    return ok({
      revision: next,
      savedAt: now.toISOString(),
      savedBy: { key: world.actor.key, name: world.actor.name },
    });
  });
}

/** One save says one thing about a record. */
function findTwice(put: readonly ModelRecord[], remove: readonly RecordId[]): RecordId[] {
  const seen = new Set<RecordId>();
  return [...put.map((record) => record.id), ...remove].filter((id) => seen.size === seen.add(id).size);
}
