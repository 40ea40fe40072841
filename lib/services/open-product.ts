import { can } from '@/lib/auth/can';
import { groupBy } from '@/lib/base/group-by';
import { ok } from '@/lib/base/result';
import { agreedNotices } from '@/lib/catalog/agreed-notices';
import type { Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { indexSnapshot } from '@/lib/catalog/surroundings';
import type { Plan, Requirement, RequirementKind } from '@/lib/engine/plan';
import { describeAsk } from '@/lib/engine/push/describe-ask';
import { describeWhy } from '@/lib/engine/push/describe-why';
import { findIdleHouseRules } from '@/lib/engine/push/find-idle-house-rules';
import { type PlanNames, planNames } from '@/lib/engine/push/plan-names';
import { askStateOf } from '@/lib/reviews/asks';
import { type AskedThrough, askedThrough } from './asked-through';
import { describeEvent } from './describe-event';
import { vocabularyOf } from './describe-lines';
import { describeModel } from './describe-model';
import { edgesAround } from './drawn-edges';
import { findProduct } from './find-product';
import { liveLoop, livePlanInSlices } from './live-plan';
import { whoIsWho } from './named-change';
import { organisationOf } from './organisation';
import type { Reliance, StandingAsk } from './store';
import { summariseProduct } from './summarise-products';
import type { World } from './world';

const CHANGES_MAX = 30;
/** What is asked and provided is shown in the model; what a product promises, or does not have, beside what is asked. */
const STRUCTURE: ReadonlySet<RequirementKind> = new Set(['entity', 'attribute', 'grain', 'relationship']);

/** One product: what it is, who relies on it, what is asked of it against what it promises, and what it needs itself. */
export async function openProduct(world: World, { product: key }: { product: string }) {
  const { store } = world;
  const found = await findProduct(world, store, 'catalog.read', key);
  if (!found.ok) return found;
  const { product, row, snapshot } = found.value;
  const names = planNames(snapshot);
  const whoIs = await whoIsWho(store);
  const consumers = await store.pushedConsumers();
  const plan = await livePlanInSlices(snapshot, consumers);
  const loop = liveLoop(snapshot, consumers);
  const through = askedThrough(snapshot, plan);
  const asked = through.asked(key);
  const edges = edgesAround(snapshot, key);
  const events = await store.eventsOfProduct(key, CHANGES_MAX);
  const standing = (await store.standingAsks()).get(key) ?? [];
  const isUnmet = (await store.unmetProducts([key])).has(key);
  return ok({
    ...summariseProduct(product, row, { asked: standing, isUnmet, organisation: organisationOf(snapshot) }),
    layer: product.layer,
    useCase: product.useCase,
    goodFor: product.goodFor,
    notFor: product.notFor,
    rowVersion: row.rowVersion,
    loop,
    // Without a plan nobody knows what is needed; of what is needed the plan itself tells.
    brokenHouseRules: loop === null && asked.length === 0 ? describeBroken(snapshot, plan, product) : [],
    canEdit: can(world.actor, 'product.edit', {
      kind: 'product',
      workspaceId: world.actor.workspaceId,
      alignment: product.alignment,
      teams: product.owner === null ? [] : [product.owner],
    }).allowed,
    model: describeModel(product, asked),
    reliesOnMe: describeReliance(await store.reliance(key), standing, names),
    notices: describeNotices(snapshot, names, key),
    needs: describeNeeds(snapshot, through, key),
    askedAgainstPromised: asked
      .filter(({ kind, verdict }) => verdict !== 'met' || !STRUCTURE.has(kind))
      .map((requirement) =>
        describeAsked(requirement, names, describeAsk(requirement, names, vocabularyOf(world.actor))),
      ),
    upstream: edges.into.map(({ from }) => from),
    downstream: edges.outOf.map(({ to }) => to),
    changes: events.map((event) => describeEvent(event, names, whoIs)),
  });
}

function describeBroken(snapshot: WorkspaceSnapshot, plan: Plan, product: Product): string[] {
  return findIdleHouseRules(snapshot, plan, [product]).map(({ words }) => words);
}

function describeReliance(relying: readonly Reliance[], standing: readonly StandingAsk[], names: PlanNames) {
  const asksOf = groupBy(standing, ({ consumer }) => consumer);
  return relying.map(({ consumer, attributes, since }) => {
    const asks = asksOf.get(consumer) ?? [];
    return {
      consumer: { key: consumer, name: names.product(consumer), owner: names.team(consumer) },
      asks: new Set(asks.map(({ entity }) => entity)).size,
      state: askStateOf(asks.map(({ state }) => state)),
      attributes,
      since: since.toISOString(),
    };
  });
}

function describeNotices({ contracts }: WorkspaceSnapshot, names: PlanNames, key: string) {
  return agreedNotices(contracts)
    .filter(({ provider }) => provider === key)
    .map(({ reader, days }) => ({ reader: { key: reader, name: names.product(reader) }, days }));
}

function describeNeeds(snapshot: WorkspaceSnapshot, { fieldsThrough, worstThrough }: AskedThrough, key: string) {
  const { products } = indexSnapshot(snapshot);
  return edgesAround(snapshot, key).into.flatMap(({ from, attributes }) => {
    const upstream = products.get(from);
    const verdict = worstThrough(from, key);
    if (!upstream || verdict === null) return [];
    const needed = fieldsThrough(from, key);
    const { name, alignment } = upstream;
    return [{ product: from, name, alignment, attributes: needed || attributes.size, verdict }];
  });
}

function describeAsked(row: Requirement, names: PlanNames, words: string) {
  const { kind, target, rule, value, supply, verdict, slack, binding } = row;
  return {
    kind,
    target,
    rule,
    required: value,
    supply,
    verdict,
    slack,
    binding: binding.map((key) => ({ key, name: names.product(key) })),
    words,
    why: describeWhy(row.asked === undefined ? row : { ...row, value: row.asked }, names),
  };
}
