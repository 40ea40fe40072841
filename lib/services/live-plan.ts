import { setImmediate } from 'node:timers/promises';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { indexSnapshot } from '@/lib/catalog/surroundings';
import type { Plan } from '@/lib/engine/plan';
import { planAhead, planPush } from '@/lib/engine/push/plan-push';

const EMPTY: Plan = { headwater: 1, consumers: [], requirements: [], scopes: [], unused: [], conflicts: [] };
/** What stands in the place of a plan that cannot be made; each its own, because what is read from a plan is kept with it. */
const nothings = new WeakSet<Plan>();
const plans = new WeakMap<WorkspaceSnapshot, Map<string, Plan>>();

/**
 * What all consumers that have been sent upstream need together: the catalog and the lineage are read against it. Kept
 * with its snapshot, which never changes. A lineage with a loop has no plan; what then stands in its place is empty, and
 * `liveLoop` says why.
 */
export function livePlan(snapshot: WorkspaceSnapshot, consumers: readonly string[]): Plan {
  const known = plans.get(snapshot) ?? new Map<string, Plan>();
  plans.set(snapshot, known);
  const live = livingOf(snapshot, consumers);
  const name = live.join(' ');
  const plan = known.get(name) ?? planOrNothing(snapshot, live);
  known.set(name, plan);
  return plan;
}

/** The same plan, made a consumer at a time as long as that is possible. */
export async function livePlanInSlices(snapshot: WorkspaceSnapshot, consumers: readonly string[]): Promise<Plan> {
  const live = livingOf(snapshot, consumers);
  if (plans.get(snapshot)?.has(live.join(' '))) return livePlan(snapshot, consumers);
  await planEachAhead(snapshot, live);
  return livePlan(snapshot, consumers);
}

/** What of the live plan is made for each consumer alone: after a start there are a thousand, and others wait meanwhile. */
export async function planEachAhead(snapshot: WorkspaceSnapshot, consumers: readonly string[]): Promise<void> {
  for (const key of consumers) {
    planAhead(snapshot, key);
    await setImmediate();
  }
}

/** The products that read each other in a circle, the first again at the end; null when there is a plan. */
export function liveLoop(snapshot: WorkspaceSnapshot, consumers: readonly string[]): string[] | null {
  if (!nothings.has(livePlan(snapshot, consumers))) return null;
  const planned = planPush(snapshot, livingOf(snapshot, consumers), { plansAgainMax: 0 });
  return !planned.ok && planned.error.code === 'lineage-loop' ? planned.error.loop : null;
}

function planOrNothing(snapshot: WorkspaceSnapshot, consumers: readonly string[]): Plan {
  const planned = planPush(snapshot, consumers, { plansAgainMax: 0 });
  if (planned.ok) return planned.value;
  const nothing = { ...EMPTY };
  nothings.add(nothing);
  return nothing;
}

function livingOf(snapshot: WorkspaceSnapshot, consumers: readonly string[]): string[] {
  const { products } = indexSnapshot(snapshot);
  return consumers.filter((key) => products.has(key));
}
