import { compareText } from '@/lib/base/compare-text';
import { ok, type Result, refuse } from '@/lib/base/result';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { FoundConflict } from '../conflicts/conflict-facts';
import { findConflicts } from '../conflicts/find-conflicts';
import { settleWhenRead } from '../conflicts/settle-when-read';
import { type PlanAgain, tryRepairs } from '../conflicts/try-repairs';
import { compileLineage } from '../lineage/compile-lineage';
import type { LineageLoop } from '../lineage/order-upstream';
import { productGraph } from '../lineage/product-graph';
import type { Plan, PlanConflict } from '../plan';
import { applyChange } from './apply-change';
import { findOfferedValues } from './ask-completeness';
import { describeConsumer } from './describe-consumer';
import { findScopes } from './find-scopes';
import { askHouseRules, classesIn } from './house-rules';
import { judgeRow } from './judge-rows';
import { mergeRows } from './merge-rows';
import { edgesOfAll, neededUpstream, orderEntities, readersByEntity } from './needed-by-all';
import { offeredToAll } from './offered-to-all';
import { openRowsByConsumer } from './open-rows';
import { planNames } from './plan-names';
import { ownFacts, type PlannedConsumer, planOne } from './plan-one';

export type PlanRefusal = LineageLoop | { code: 'unknown-consumer'; consumer: string };

/**
 * What a push of these consumers would ask of everyone upstream. Pure: same snapshot, same bytes. What has an error in a
 * model is left out by name and the rest is planned; only a loop in the lineage or a consumer that does not exist is
 * refused. Which products lie upstream is read from what is used, never from what is drawn.
 */
export function planPush(
  snapshot: WorkspaceSnapshot,
  consumers: readonly string[],
  { plansAgainMax = PLANS_AGAIN_MAX }: { plansAgainMax?: number } = {},
): Result<Plan, PlanRefusal> {
  const planned = planOnce(snapshot, consumers);
  if (!planned.ok) return planned;
  return ok({ ...planned.value.plan, conflicts: withRepairs(snapshot, planned.value, plansAgainMax) });
}

/**
 * Does beforehand what a push of this consumer does for it alone, so that a plan of many can be made a few at a time. It
 * is kept as everything about one consumer is: planning finds it, and answers the same as without.
 */
export function planAhead(snapshot: WorkspaceSnapshot, key: string): void {
  const lineage = compileLineage(snapshot);
  const consumer = lineage.product(key);
  if (consumer) planOne(lineage, consumer);
}

/** How many times a plan is made again to prove repairs. Each costs about as much as planning one consumer. */
const PLANS_AGAIN_MAX = 12;

function withRepairs(snapshot: WorkspaceSnapshot, { plan, found }: Planned, plansLeft: number): PlanConflict[] {
  const again: PlanAgain = (change, together) => {
    const after = planOnce(applyChange(snapshot, change), together);
    return after.ok ? { requirements: after.value.plan.requirements, ...standingOf(after.value, together) } : null;
  };
  const withAll = (together: readonly string[]): Planned => {
    const known = new Set(plan.consumers.map(({ key }) => key));
    const before = together.every((key) => known.has(key)) ? null : planOnce(snapshot, together);
    return before?.ok ? before.value : { plan, found };
  };
  const budget = plansLeft === 0 ? null : { plansLeft };
  const all = plan.consumers.flatMap(({ key }) => found.get(key) ?? []);
  return settleWhenRead(all, (conflict) =>
    tryRepairs(conflict, again, budget, {
      standing: (together) => standingOf(withAll(together), together),
      names: planNames(snapshot),
    }),
  );
}

/** What stands in the way of these consumers, and what of them is left out. */
function standingOf({ plan, found }: Planned, keys: readonly string[]) {
  return {
    conflicts: keys.flatMap((key) => found.get(key) ?? []),
    leftOut: plan.consumers.flatMap(({ key, leftOut }) => (keys.includes(key) ? leftOut : [])),
  };
}

type Planned = { plan: Omit<Plan, 'conflicts'>; found: ReadonlyMap<string, readonly FoundConflict[]> };

/** The plan, and the conflicts in it before anybody has looked for a way out. */
function planOnce(snapshot: WorkspaceSnapshot, consumers: readonly string[]): Result<Planned, PlanRefusal> {
  const lineage = compileLineage(snapshot);
  const planned: PlannedConsumer[] = [];
  for (const key of [...new Set(consumers)].sort(compareText)) {
    const consumer = lineage.product(key);
    if (!consumer) return refuse({ code: 'unknown-consumer', consumer: key });
    const one = planOne(lineage, consumer);
    if (!one.ok) return one;
    planned.push(one.value);
  }
  const edges = edgesOfAll(planned);
  const roots = planned.flatMap(({ demand }) => demand.roots);
  const graph = productGraph(lineage, edges, roots);
  if (!graph.ok) return graph;

  const needed = neededUpstream(planned, snapshot.policies.length > 0);
  const asked = [
    ...planned.map(({ demand, shared, rows }) => ({ demand: demand.demand, shared, rows })),
    { demand: null, shared: [], rows: askHouseRules(lineage, needed) },
  ];
  const readers = readersByEntity(planned);
  const merged = mergeRows(asked, (row) => readers.get(`${row.product}.${row.target}`) ?? 0);
  const order = [...new Set(planned.flatMap(({ demand }) => demand.demand.order.map(({ ref }) => ref)))];
  const ordered = orderEntities(order, edges);
  const offered = {
    toAll: offeredToAll(lineage, planned, needed),
    values: findOfferedValues(lineage, ordered, merged),
    classesIn: classesIn(needed),
  };
  const requirements = merged.map((row) => judgeRow(lineage, offered, row));
  const openRows = openRowsByConsumer(lineage, requirements, offered.classesIn);
  const found = planned.map((one): [string, FoundConflict[]] => {
    const { key } = one.demand.consumer;
    const beside = { classesIn: offered.classesIn, open: openRows.get(key) ?? [] };
    return [key, findConflicts(ownFacts(lineage, one), beside, one.conflicts)];
  });
  return ok({
    plan: {
      headwater: 1,
      consumers: planned.map((one) => describeConsumer(lineage, one, classesIn(needed))),
      requirements,
      ...findScopes(lineage, planned),
    },
    found: new Map(found),
  });
}
