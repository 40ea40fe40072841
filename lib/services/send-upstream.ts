import { fingerprint } from '@/lib/base/fingerprint';
import { ok, type Result, refuse } from '@/lib/base/result';
import { surroundingsOf } from '@/lib/catalog/surroundings';
import { toPublishable } from '@/lib/model/publishable';
import type { ModelDocument } from '@/lib/model/records';
import { askEvents } from './ask-events';
import { changesAgreements } from './changes-agreements';
import { describeIssues } from './describe-issues';
import { vocabularyOf } from './describe-lines';
import type { EventFacts } from './event-facts';
import { type FoundProduct, findProduct } from './find-product';
import { keepStep } from './keep-step';
import { makePreview, type PlannedSend, withModel } from './make-preview';
import { nameChanges, whoIsWho } from './named-change';
import { nextVersion } from './next-version';
import type { Refusal } from './refusal';
import type { EventToAppend, ReadStore, StoredDraft, WriteStore } from './store';
import type { World } from './world';
import { markOf, writePlanned } from './write-planned';

export type SendOrder = {
  product: string;
  /** Of the draft, as the sender saw it. */
  revision: number;
  reason: string;
  /** Of the preview, as the sender saw it. */
  fingerprint: string;
};
export type Sent = { version: number; push: string; asked: number; covered: number; withdrawn: number };

/**
 * Publishes the draft as an immutable version and asks everyone upstream, in one transaction: the version, the push, the
 * requirements and the events are all kept, or none. It writes the plan that was shown; when the world has moved since,
 * it writes nothing and hands back the new plan. Sending the same again changes nothing that is asked.
 */
export function sendUpstream(world: World, order: SendOrder): Promise<Result<Sent, Refusal>> {
  return writePlanned(world, {
    mark: async (store) => `${await markOf(store, order.product)} ${await store.askedMark(order.product)}`,
    plan: (store) => planSend(world, store, order),
    write: async (store, send) => ok(await carryOut(world, store, send)),
  });
}

async function planSend(world: World, store: ReadStore, order: SendOrder): Promise<Result<Send, Refusal>> {
  const found = await findProduct(world, store, 'version.send', order.product);
  if (!found.ok) return found;
  const draft = await readDraftAt(store, found.value, order.revision);
  if (!draft.ok) return draft;
  const { document } = draft.value;
  const publishable = checkPublishable(world, found.value, document);
  if (!publishable.ok) return publishable;
  const planned = makePreview({
    snapshot: found.value.snapshot,
    product: order.product,
    document,
    whatIf: null,
    recorded: await store.askedBy(order.product),
    whoIs: await whoIsWho(store),
    vocabulary: vocabularyOf(world.actor),
  });
  if (!planned.ok) return planned;
  const { preview } = planned.value;
  if (preview.fingerprint !== order.fingerprint) return refuse({ code: 'plan-changed', preview });
  return ok({ order, document, draft: draft.value, found: found.value, planned: planned.value });
}

async function readDraftAt(
  store: ReadStore,
  { product, row }: FoundProduct,
  revision: number,
): Promise<Result<StoredDraft, Refusal>> {
  const draft = await store.draft(product.key);
  if (draft?.revision === revision) return ok(draft);
  const changes = nameChanges(await store.draftChangesSince(row.id, revision), await whoIsWho(store));
  return refuse({ code: 'stale-draft', revision: draft?.revision ?? 0, changes });
}

function checkPublishable(
  world: World,
  { product, snapshot }: FoundProduct,
  document: ModelDocument,
): Result<null, Refusal> {
  const surroundings = surroundingsOf(withModel(snapshot, product.key, document), product.key);
  const publishable = toPublishable(document, surroundings);
  if (publishable.ok) return ok(null);
  return refuse({
    code: 'not-publishable',
    issues: describeIssues(publishable.error, document, vocabularyOf(world.actor)),
  });
}

type Send = {
  order: SendOrder;
  document: ModelDocument;
  draft: StoredDraft;
  found: FoundProduct;
  planned: PlannedSend;
};

async function carryOut(world: World, store: WriteStore, send: Send): Promise<Sent> {
  const { order, planned } = send;
  const at = world.now();
  const version = await publish(world, store, send, at);
  const push = world.newId();
  await store.keepPush({
    id: push,
    productId: send.found.row.id,
    versionId: version.id,
    plan: planned.plan,
    summary: planned.preview.summary,
    reason: order.reason,
    at,
    byId: world.actor.id,
  });
  const keeping = { newId: world.newId, push, version: version.number, consumer: order.product };
  const kept = planned.steps.flatMap((step) => keepStep(step, keeping) ?? []);
  await store.keepRequirements(kept.map(({ after }) => after));
  if (changesAgreements(kept)) await store.countRevision();

  const moved = planned.steps.filter((step) => step.isMoved);
  const asked = moved.filter((step) => step.state === 'proposed').length;
  const withdrawn = moved.filter((step) => step.state === 'withdrawn').length;
  const covered = planned.steps.filter((step) => step.state === 'covered').length;
  const sent = { version: version.number, push, asked, covered, withdrawn };
  const events: EventToAppend[] = [
    ...version.events,
    {
      kind: 'pushed-upstream',
      subject: {
        product: order.product,
        version: version.number,
        asked,
        covered,
        withdrawn,
        ...(version.events.length === 0 ? { reason: order.reason } : {}),
      },
    },
    ...askEvents(order.product, kept),
  ];
  await store.append(events, world.actor.id, at);
  return sent;
}

/** A new version, or the published one when the model still says the same. */
async function publish(world: World, store: WriteStore, { order, document, draft, found }: Send, at: Date) {
  const { published, id: productId } = found.row;
  const mark = fingerprint(document);
  if (published?.fingerprint === mark) {
    await store.rebaseDraft(productId, published.id, draft.revision);
    return { id: published.id, number: published.number, events: [] };
  }
  const number = await nextVersion(store, productId);
  const id = world.newId();
  const { layout } = draft;
  const { reason } = order;
  await store.publish(
    { id, productId, number, fingerprint: mark, document, layout, reason, at, byId: world.actor.id },
    draft.revision,
  );
  await store.countRevision();
  const event: EventFacts = { kind: 'version-published', subject: { product: order.product, version: number, reason } };
  return { id, number, events: [event] };
}
