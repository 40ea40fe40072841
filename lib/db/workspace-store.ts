import type { Result } from '@/lib/base/result';
import { productsOfEvent } from '@/lib/services/products-of-event';
import type { EventToAppend, ReadStore, WriteStore } from '@/lib/services/store';
import { appendEvents, type NewEvent } from './append-events';
import { readAskedBy, readAskedMark } from './asked-by';
import { readAskedOf, readAskedOfWithin } from './asked-of';
import { keepCatalog, keepVersion, rebaseDraft } from './catalog-rows';
import { countOpenThreads, keepComment, readComment, readComments, readMentionsOf } from './comment-rows';
import type { Database, Transaction } from './db';
import {
  keepDrafts,
  keepLayout,
  readDraftChangesSince,
  readDraftLayout,
  readDraftRevision,
  readLayouts,
} from './draft-rows';
import {
  readEvents,
  readEventsOfProduct,
  readEventsOfProductsSince,
  readLastEvent,
  readLatestOfAsks,
} from './event-rows';
import { keptUntilNews } from './kept-until-news';
import { keepOneProduct, keepPerson, keepPrices, keepTeam } from './organisation-rows';
import { readPeople, readPersonById } from './people-rows';
import { readProductByKey, readProducts, readVersion, readVersions } from './product-rows';
import { readLastPushes } from './push-rows';
import { readDraft, readDraftWithin } from './read-draft';
import { keepReadMark, keepSeenThing, readReadMark, readSeenThings } from './read-mark-rows';
import { readSnapshot, readSnapshotWithin } from './read-snapshot';
import {
  countRequirements,
  keepDecisions,
  keepRequirements,
  readAskingProducts,
  readDecisions,
  readReliance,
  readRequirementHeads,
  readRequirements,
  readUnmetProducts,
} from './requirement-rows';
import { countStandingAsks, readStandingAsks } from './standing-asks';

const TRANSACTION = { timeout: 60_000, maxWait: 30_000 };

/** What the services read of one workspace: what is committed at the moment of each call. */
export function readStore(db: Database, workspaceId: string): ReadStore {
  return {
    ...reads(db, workspaceId),
    snapshot: () => readSnapshot(db, workspaceId),
    draft: (productKey) => readDraft(db, workspaceId, productKey),
    standingAsks: () => readStandingAsks(db, workspaceId),
    askedBy: (consumer) => readAskedBy(db, workspaceId, consumer),
    askedOf: (products) => readAskedOf(db, workspaceId, products),
    requirementHeads: (filter) => heads(db, workspaceId, filter),
    requirementCounts: (of) => counts(db, workspaceId, of),
    unmetProducts: (keys) => unmet(db, workspaceId, keys),
    reliance: (product) => reliance(db, workspaceId, product),
    latestOfAsks: (keys, exceptById) => latest(db, workspaceId, keys, exceptById),
    eventsOfProductsSince: (keys, since, limit) => eventsSince(db, workspaceId, keys, since, limit),
    pushedConsumers: () => pushed(db, workspaceId),
  };
}

const size = ({ size }: { size: number }) => size;
const length = ({ length }: { length: number }) => length;
/** In rows, of which the first have a kilobyte each and the others a tenth of that. */
const heads = keptUntilNews(readRequirementHeads, { weigh: length, max: 30_000 });
const counts = keptUntilNews(countRequirements, { weigh: length, max: 200_000 });
const reliance = keptUntilNews(readReliance, { weigh: length, max: 50_000 });
const unmet = keptUntilNews(readUnmetProducts, { weigh: size, max: 50_000 });
const latest = keptUntilNews(readLatestOfAsks, { weigh: size, max: 200_000 });
const eventsSince = keptUntilNews(readEventsOfProductsSince, { weigh: length, max: 5_000 });
const pushed = keptUntilNews(readPushedConsumers, { weigh: length, max: 50_000 });

/** Runs a piece of work in one transaction. A refusal is an answer, and takes back what was written before it. */
export async function inTransaction<T, E>(
  db: Database,
  work: (tx: Transaction) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  const taken: { answer: Result<T, E> | null } = { answer: null };
  try {
    return await db.$transaction(async (tx) => {
      const answer = await work(tx);
      if (answer.ok) return answer;
      taken.answer = answer;
      throw new TakenBack();
    }, TRANSACTION);
  } catch (cause) {
    if (cause instanceof TakenBack && taken.answer) return taken.answer;
    throw cause;
  }
}

class TakenBack extends Error {}

function reads(
  tx: Transaction,
  workspaceId: string,
): Omit<ReadStore, 'snapshot' | 'draft' | 'standingAsks' | 'askedBy' | 'askedOf'> {
  return {
    workspace: () => readWorkspace(tx, workspaceId),
    people: () => readPeople(tx, workspaceId),
    person: (id) => readPersonById(tx, workspaceId, id),
    products: (keys) => readProducts(tx, workspaceId, keys),
    product: (key) => readProductByKey(tx, workspaceId, key),
    layouts: () => readLayouts(tx, workspaceId),
    draftRevision: (productId) => readDraftRevision(tx, workspaceId, productId),
    draftLayout: (productId) => readDraftLayout(tx, workspaceId, productId),
    draftChangesSince: (productId, revision) => readDraftChangesSince(tx, workspaceId, productId, revision),
    versions: (productId) => readVersions(tx, workspaceId, productId),
    version: (productId, number) => readVersion(tx, workspaceId, productId, number),
    requirements: (filter) => readRequirements(tx, workspaceId, filter),
    requirementHeads: (filter) => readRequirementHeads(tx, workspaceId, filter),
    askedMark: (consumer) => readAskedMark(tx, workspaceId, consumer),
    requirementCounts: (of) => countRequirements(tx, workspaceId, of),
    unmetProducts: (keys) => readUnmetProducts(tx, workspaceId, keys),
    reliance: (product) => readReliance(tx, workspaceId, product),
    askingProducts: () => readAskingProducts(tx, workspaceId),
    decisions: (askKey) => readDecisions(tx, workspaceId, askKey),
    events: (since, limit) => readEvents(tx, workspaceId, since, limit),
    eventsOfProduct: (productKey, limit) => readEventsOfProduct(tx, workspaceId, productKey, limit),
    eventsOfProductsSince: (keys, since, limit) => readEventsOfProductsSince(tx, workspaceId, keys, since, limit),
    lastEvent: () => readLastEvent(tx, workspaceId),
    latestOfAsks: (keys, exceptById) => readLatestOfAsks(tx, workspaceId, keys, exceptById),
    readMark: (personId) => readReadMark(tx, workspaceId, personId),
    seenThings: (personId) => readSeenThings(tx, workspaceId, personId),
    comments: (subject) => readComments(tx, workspaceId, subject),
    comment: (id) => readComment(tx, workspaceId, id),
    openThreads: (productKey) => countOpenThreads(tx, workspaceId, productKey),
    mentionsOf: (personKey, limit) => readMentionsOf(tx, workspaceId, personKey, limit),
    lastPushes: (consumer, upTo) => readLastPushes(tx, workspaceId, consumer, upTo),
    pushedConsumers: () => readPushedConsumers(tx, workspaceId),
  };
}

/** What the services write of one workspace, inside somebody's transaction. */
export function writeStore(tx: Transaction, workspaceId: string): WriteStore {
  return {
    ...reads(tx, workspaceId),
    snapshot: () => readSnapshotWithin(tx, workspaceId),
    draft: (productKey) => readDraftWithin(tx, workspaceId, productKey),
    standingAsks: () => countStandingAsks(tx, workspaceId),
    askedBy: (consumer) => readRequirements(tx, workspaceId, { consumer }),
    askedOf: (products) => readAskedOfWithin(tx, workspaceId, products),
    async lockWorkspace() {
      // A stronger lock would wait for every row that merely refers to the workspace, and those would wait for it.
      await tx.$queryRaw`SELECT id FROM workspace WHERE id = ${workspaceId} FOR NO KEY UPDATE`;
      return readWorkspace(tx, workspaceId);
    },
    async countRevision() {
      await tx.workspace.update({ where: { id: workspaceId }, data: { version: { increment: 1 } } });
    },
    keepDraft: (draft) => keepDrafts(tx, workspaceId, [draft]),
    keepLayout: (productId, layout) => keepLayout(tx, workspaceId, productId, layout),
    async publish(version, draftRevision) {
      await keepVersion(tx, workspaceId, version);
      await tx.product.updateMany({
        where: { workspaceId, id: version.productId, status: 'draft' },
        data: { status: 'published' },
      });
      await rebaseDraft(tx, workspaceId, {
        productId: version.productId,
        versionId: version.id,
        revision: draftRevision,
      });
    },
    rebaseDraft: (productId, versionId, revision) => rebaseDraft(tx, workspaceId, { productId, versionId, revision }),
    async keepPush({ at, byId, plan, summary, ...push }) {
      await tx.push.create({
        data: {
          ...push,
          workspaceId,
          plan: JSON.parse(JSON.stringify(plan)),
          summary: JSON.parse(JSON.stringify(summary)),
          createdAt: at,
          createdById: byId,
        },
      });
    },
    keepRequirements: (requirements) => keepRequirements(tx, workspaceId, requirements),
    keepDecisions: (decisions) => keepDecisions(tx, workspaceId, decisions),
    keepComment: (comment) => keepComment(tx, workspaceId, comment),
    keepReadMark: (personId, seq) => keepReadMark(tx, workspaceId, personId, seq),
    keepSeenThing: (personId, thing, seq) => keepSeenThing(tx, workspaceId, { personId, thing, seq }),
    append: (events, byId, at) =>
      appendEvents(
        tx,
        workspaceId,
        events.map((event) => toNewEvent(event, byId)),
        at,
      ),
    replaceCatalog: (catalog) => keepCatalog(tx, workspaceId, catalog),
    keepProduct: (product) => keepOneProduct(tx, workspaceId, product),
    keepPrices: (prices) => keepPrices(tx, workspaceId, prices),
    keepTeam: (team) => keepTeam(tx, workspaceId, team),
    keepPerson: (person) => keepPerson(tx, workspaceId, person),
  };
}

async function readWorkspace(tx: Transaction, workspaceId: string) {
  const { id, key, version } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { id: true, key: true, version: true },
  });
  return { id, key, revision: version };
}

async function readPushedConsumers(tx: Transaction, workspaceId: string): Promise<string[]> {
  const rows = await tx.product.findMany({
    where: { workspaceId, pushes: { some: {} } },
    select: { key: true },
    orderBy: { order: 'asc' },
  });
  return rows.map((row) => row.key);
}

function toNewEvent(event: EventToAppend, actorId: string | null): NewEvent {
  const { kind, subject, before, after } = event;
  return {
    kind,
    subject,
    actorId,
    productKeys: productsOfEvent(event),
    ...(before === undefined ? {} : { before: JSON.parse(JSON.stringify(before)) }),
    ...(after === undefined ? {} : { after: JSON.parse(JSON.stringify(after)) }),
  };
}
