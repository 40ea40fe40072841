import { describeShare } from '@/lib/base/describe-share';
import { describeMinutes } from '@/lib/base/duration';
import { groupBy } from '@/lib/base/group-by';
import { ok } from '@/lib/base/result';
import type { Product, Promises, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { buildMinutes } from '@/lib/engine/lineage/lineage';
import type { Plan, Requirement, RequirementKind } from '@/lib/engine/plan';
import { indexModel } from '@/lib/model/model-index';
import { allow } from './allow';
import { drawnEdges } from './drawn-edges';
import { livePlan } from './live-plan';
import { type ProductSummary, summariseProducts } from './summarise-products';
import type { World } from './world';
import { comingThrough, worstVerdict } from './worst-verdict';

/** All products and who reads whom, with what the consumers need against what is promised. */
export async function readLineage(world: World) {
  const { actor, store } = world;
  const allowed = allow(actor, 'catalog.read', { kind: 'workspace', workspaceId: actor.workspaceId });
  if (!allowed.ok) return allowed;
  const { snapshot } = await store.snapshot();
  const plan = livePlan(snapshot, await store.pushedConsumers());
  const asked = groupBy(plan.requirements, (row) => row.product);
  const summaries = await summariseProducts(store, snapshot);
  return ok({
    products: summaries.map((summary) => placeOnBoard(summary, plan, asked.get(summary.key) ?? [])),
    edges: describeEdges(snapshot, asked),
  });
}

function placeOnBoard(summary: ProductSummary, plan: Plan, asked: readonly Requirement[]) {
  const { key, name, alignment, domain, owner, status, build, promises, asks, reliedOnBy, version } = summary;
  const chips = alignment === 'consumer' ? consumerChips(plan, key) : promiseChips(promises, asked);
  return { key, name, alignment, domain, owner, status, build, chips, asks: asks.open, reliedOnBy, version };
}

function promiseChips({ freshnessMinutes, availability, completeness }: Promises, asked: readonly Requirement[]) {
  const verdictOf = (kind: RequirementKind) =>
    worstVerdict(asked.filter((row) => row.kind === kind && row.target === null));
  return [
    ...(freshnessMinutes === undefined
      ? []
      : [{ kind: 'freshness' as const, words: describeMinutes(freshnessMinutes), verdict: verdictOf('freshness') }]),
    ...(availability === undefined
      ? []
      : [{ kind: 'availability' as const, words: describeShare(availability), verdict: verdictOf('availability') }]),
    ...(completeness === undefined
      ? []
      : [{ kind: 'completeness' as const, words: describeShare(completeness), verdict: verdictOf('completeness') }]),
  ];
}

/** A consumer promises nothing itself: what is shown is what reaches it, judged by all it asks of others. */
function consumerChips(plan: Plan, key: string) {
  const consumer = plan.consumers.find((one) => one.key === key);
  const { freshnessMinutes, availability } = consumer?.composite ?? {};
  const verdictOf = (kind: RequirementKind) =>
    worstVerdict(plan.requirements.filter((row) => row.kind === kind && row.binding.includes(key)));
  return [
    ...(freshnessMinutes === undefined
      ? []
      : [{ kind: 'freshness' as const, words: describeMinutes(freshnessMinutes), verdict: verdictOf('freshness') }]),
    ...(availability === undefined
      ? []
      : [{ kind: 'availability' as const, words: describeShare(availability), verdict: verdictOf('availability') }]),
  ];
}

function describeEdges(snapshot: WorkspaceSnapshot, asked: ReadonlyMap<string, Requirement[]>) {
  const products = new Map(snapshot.products.map((product) => [product.key, product]));
  return drawnEdges(snapshot).map(({ from, to, entities, attributes }) => {
    const crossing = comingThrough(asked.get(from) ?? [], to);
    const reader = products.get(to);
    const slackMinutes = reader ? ageSlack(asked, from, reader) : null;
    const others = crossing.filter((row) => row.kind !== 'freshness');
    const age = crossing.filter((row) => row.kind === 'freshness');
    return {
      from,
      to,
      verdict: worstVerdict(slackMinutes === null || slackMinutes < 0 ? [...others, ...age] : others),
      slackMinutes,
      entities: [...entities].sort(),
      attributes: attributes.size,
    };
  });
}

/**
 * The room this one reader leaves: what is needed of it, less what its own run spends, against what is offered to it. A
 * product's own slack is that of its strictest reader, and would be wrong on the line to any other.
 */
function ageSlack(asked: ReadonlyMap<string, Requirement[]>, from: string, reader: Product): number | null {
  const ageOf = (key: string) => asked.get(key)?.find((row) => row.kind === 'freshness');
  const needed = ageOf(reader.key)?.value ?? statedAge(reader);
  const supplied = ageOf(from)?.supply;
  if (typeof needed !== 'number' || typeof supplied !== 'number') return null;
  const { every, takes } = buildMinutes(reader.build);
  return needed - every - takes - supplied;
}

function statedAge({ model }: Product): number | null {
  const ages = indexModel(model).byKind.expectation.flatMap(({ rule, onId }) =>
    rule.rule === 'freshness' && onId === null ? [rule.maxMinutes] : [],
  );
  return ages.length === 0 ? null : Math.min(...ages);
}
