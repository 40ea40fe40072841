import { groupBy } from '@/lib/base/group-by';
import { ok } from '@/lib/base/result';
import type { Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { compileProduct } from '@/lib/engine/lineage/compile-product';
import { type PlanNames, planNames } from '@/lib/engine/push/plan-names';
import { RequirementState } from '@/lib/reviews/state';
import { isAgreed, waitsFor } from '@/lib/reviews/state-machine';
import { allow } from './allow';
import { describeEvent } from './describe-event';
import { readInbox } from './list-inbox';
import { nameLosses } from './name-losses';
import type { RequirementCount, StoredProduct } from './store';
import { type AskSummary, summariseAsks } from './summarise-asks';
import type { World } from './world';

const CHANGES_MAX = 20;
const TO_DECIDE = RequirementState.options.filter((state) => waitsFor(state) === 'provider');

/** Where somebody begins: what waits for them, whom they wait for, how what they answer for stands, what is new. */
export async function readHome(world: World, { since }: { since: number | null }) {
  const { actor, store } = world;
  const allowed = allow(actor, 'catalog.read', { kind: 'workspace', workspaceId: actor.workspaceId });
  if (!allowed.ok) return allowed;
  const { inbox, snapshot, asking, mine: owned, told } = await readInbox(world);
  const names = planNames(snapshot);
  const lastRead = told.lastSeen('home');
  const mine = [...new Set([...asking, ...owned].map(({ key }) => key))];

  const keysOf = (products: readonly Product[]) => products.map(({ key }) => key);
  const unanswered = await store.requirementHeads({ consumers: keysOf(asking), states: TO_DECIDE });
  const waiting = summariseAsks(world, snapshot, unanswered, told);
  const counts = await store.requirementCounts({ consumers: keysOf(asking), products: keysOf(owned) });
  const models = asking.filter((one) => one.alignment === 'consumer');
  const rows = new Map((await store.products(keysOf(models))).map((row) => [row.key, row]));
  const news = await store.eventsOfProductsSince(mine, since ?? lastRead, CHANGES_MAX * 2);
  const decidable = inbox.products.flatMap(({ asks }) => asks).filter((ask) => ask.state === 'open' || ask.isDue);
  return ok({
    waitsOnMe: {
      toDecide: [...decidable].sort(bySince),
      toAnswer: inbox.answers,
      handed: inbox.delegated,
      mentions: inbox.mentions,
    },
    waitsOnOthers: waiting.sort(bySince),
    models: models.map((one) => ({
      ...describeModel(one, rows.get(one.key) ?? null, counts),
      leftOut: leftOutOf(snapshot, one, names),
    })),
    offers: owned
      .filter((one) => one.alignment !== 'consumer')
      .map((one) => describeOffer(one, counts, names, decidable)),
    changes: news
      .filter((event) => event.byId !== actor.id && event.kind !== 'ask-covered')
      .slice(0, CHANGES_MAX)
      .map((event) => describeEvent(event, names, told.whoIs)),
    lastRead,
    lastEvent: await store.lastEvent(),
  });
}

function bySince(a: AskSummary, b: AskSummary): number {
  return a.since < b.since ? -1 : a.since > b.since ? 1 : 0;
}

function describeModel({ key, name, alignment }: Product, row: StoredProduct | null, counts: RequirementCount[]) {
  const asked = counts.filter(({ consumer }) => consumer === key);
  return {
    key,
    name,
    alignment,
    version: row?.published?.number ?? null,
    hasDraft: row?.hasDraft ?? false,
    ...countLines(asked),
  };
}

/** What of a published model cannot be planned: something it is made from has gone, or was never right. */
function leftOutOf(snapshot: WorkspaceSnapshot, product: Product, names: PlanNames): string[] {
  const { leftOut } = compileProduct(snapshot, product);
  return nameLosses(
    product.key,
    leftOut.map(({ name }) => name),
    names,
  );
}

function describeOffer(
  { key, name, alignment }: Product,
  counts: RequirementCount[],
  names: PlanNames,
  decidable: readonly AskSummary[],
) {
  const asked = counts.filter(({ product }) => product === key);
  const open = decidable.filter(({ product }) => product.key === key);
  return {
    key,
    name,
    alignment,
    reliedOnBy: [...groupBy(asked, ({ consumer }) => consumer).keys()].map((consumer) => ({
      key: consumer,
      name: names.product(consumer),
    })),
    ...countLines(asked),
    unanswered: open.length,
    waitingSince: [...open].sort(bySince)[0]?.since ?? null,
  };
}

function countLines(counts: readonly RequirementCount[]) {
  const sum = (of: (count: RequirementCount) => number) => counts.reduce((total, count) => total + of(count), 0);
  return { lines: sum(({ lines }) => lines), unmet: sum(({ unmet, state }) => (isAgreed(state) ? 0 : unmet)) };
}
