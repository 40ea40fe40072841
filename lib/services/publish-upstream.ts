import { fingerprint } from '@/lib/base/fingerprint';
import { ok, type Result, refuse } from '@/lib/base/result';
import { surroundingsOf } from '@/lib/catalog/surroundings';
import { toPublishable } from '@/lib/model/publishable';
import { describeIssues } from './describe-issues';
import { vocabularyOf } from './describe-lines';
import { type FoundProduct, findProduct } from './find-product';
import { nameChanges, whoIsWho } from './named-change';
import { type ChangeEffect, type PlannedChange, planChange } from './preview-change';
import { publishVersion } from './publish-version';
import type { Refusal } from './refusal';
import { replanConsumers } from './replan-consumers';
import type { ReadStore, StoredDraft } from './store';
import type { World } from './world';
import { markOf, writePlanned } from './write-planned';

export type PublishedUpstream = ChangeEffect & { version: number };
type Planned = { found: FoundProduct; draft: StoredDraft; planned: PlannedChange };

/** What publishing the saved draft of a source or an aggregate would do to everybody who relies on it. */
export async function previewPublishing(
  world: World,
  { product }: { product: string },
): Promise<Result<ChangeEffect & { revision: number }, Refusal>> {
  const planned = await planPublishing(world, world.store, product);
  return planned.ok ? ok({ ...planned.value.planned.told, revision: planned.value.draft.revision }) : planned;
}

/**
 * Publishes the draft of a product that others read. It asks nobody by itself; every live consumer is planned again in
 * the same transaction, so what breaks is asked again of its team and what is newly needed is asked further upstream.
 */
export function publishUpstream(
  world: World,
  { product, revision, reason }: { product: string; revision: number; reason: string },
): Promise<Result<PublishedUpstream, Refusal>> {
  return writePlanned(world, {
    mark: (store) => markOf(store, product),
    plan: (store) => planPublishing(world, store, product),
    async write(store, { found, draft, planned }) {
      if (draft.revision !== revision) {
        const changes = nameChanges(await store.draftChangesSince(found.row.id, revision), await whoIsWho(store));
        return refuse({ code: 'stale-draft', revision: draft.revision, changes });
      }
      const at = world.now();
      const { document } = draft;
      const published = await publishVersion(world, store, { found, document, reason, at });
      const { after, plans, told } = planned;
      const replanned = await replanConsumers(world, store, {
        snapshot: after,
        plans,
        because: product,
        effects: told.effects,
        at,
      });
      await store.append([...published.events, ...replanned], world.actor.id, at);
      return ok({ version: published.number, ...told });
    },
  });
}

async function planPublishing(world: World, store: ReadStore, key: string): Promise<Result<Planned, Refusal>> {
  const found = await findProduct(world, store, 'model.publish', key);
  if (!found.ok) return found;
  const { product, snapshot, row } = found.value;
  const draft = await store.draft(key);
  const document = draft?.document;
  if (!draft || !document || fingerprint(document) === row.published?.fingerprint)
    return refuse({ code: 'draft-unchanged', product: key });
  const next = {
    ...product,
    model: document,
    status: product.status === 'draft' ? 'published' : product.status,
  } as const;
  const planned = await planChange(world, store, snapshot, next);
  if (!planned.ok) return planned;
  const publishable = toPublishable(document, surroundingsOf(planned.value.after, key));
  if (publishable.ok) return ok({ found: found.value, draft, planned: planned.value });
  const issues = describeIssues(publishable.error, document, vocabularyOf(world.actor));
  return refuse({ code: 'not-publishable', issues });
}
