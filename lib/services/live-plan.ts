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

/** So many consumers are planned before others are let through. */
const CONSUMERS_AT_ONCE = 5;

/** The same plan, made a few consumers at a time: after a start there are a thousand, and others wait meanwhile. */
export async function livePlanInSlices(snapshot: WorkspaceSnapshot, consumers: readonly string[]): Promise<Plan> {
  const live = livingOf(snapshot, consumers);
  if (plans.get(snapshot)?.has(live.join(' '))) return livePlan(snapshot, consumers);
  for (let from = 0; from < live.length; from += CONSUMERS_AT_ONCE) {
    for (const key of live.slice(from, from + CONSUMERS_AT_ONCE)) planAhead(snapshot, key);
    await setImmediate();
  }
  return livePlan(snapshot, consumers);
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
