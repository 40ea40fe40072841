import { describeMinutes } from '@/lib/base/duration';
import { groupBy } from '@/lib/base/group-by';
import { ok } from '@/lib/base/result';
import type { Promises, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { Plan, Requirement, RequirementKind } from '@/lib/engine/plan';
import { describeShare } from '@/lib/engine/push/explain';
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

/** A consumer promises nothing itself: what is shown is what reaches it. */
function consumerChips(plan: Plan, key: string) {
  const consumer = plan.consumers.find((one) => one.key === key);
  const { freshnessMinutes, availability } = consumer?.composite ?? {};
  const isLate = plan.conflicts.some((conflict) => conflict.consumer === key);
  return [
    ...(freshnessMinutes === undefined
      ? []
      : [
          {
            kind: 'freshness' as const,
            words: describeMinutes(freshnessMinutes),
            verdict: isLate ? ('infeasible' as const) : ('met' as const),
          },
        ]),
    ...(availability === undefined
      ? []
      : [{ kind: 'availability' as const, words: describeShare(availability), verdict: 'met' as const }]),
  ];
}

function describeEdges(snapshot: WorkspaceSnapshot, asked: ReadonlyMap<string, Requirement[]>) {
  return drawnEdges(snapshot).map(({ from, to, entities, attributes }) => {
    const crossing = comingThrough(asked.get(from) ?? [], to);
    const age = crossing.find((row) => row.kind === 'freshness');
    return {
      from,
      to,
      verdict: worstVerdict(crossing),
      slackMinutes: age?.slack ?? null,
      entities: [...entities].sort(),
      attributes: attributes.size,
    };
  });
}
