import { setImmediate } from 'node:timers/promises';
import { ok, type Result, refuse } from '@/lib/base/result';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { indexSnapshot } from '@/lib/catalog/surroundings';
import type { Plan } from '@/lib/engine/plan';
import { planPush } from '@/lib/engine/push/plan-push';

export type PlanByConsumer = ReadonlyMap<string, Plan>;

/** So many consumers are planned before others are let through. */
const CONSUMERS_AT_ONCE = 5;

/**
 * The plan of every live consumer by itself, as sending it would make it but for repairs, which nobody looks at here. One
 * that is not in the snapshot any more has none. A loop is refused and named.
 */
export async function planEach(
  snapshot: WorkspaceSnapshot,
  consumers: readonly string[],
): Promise<Result<PlanByConsumer, { code: 'lineage-loop'; loop: string[] }>> {
  const { products } = indexSnapshot(snapshot);
  const plans = new Map<string, Plan>();
  for (const [at, consumer] of consumers.entries()) {
    if (at > 0 && at % CONSUMERS_AT_ONCE === 0) await setImmediate();
    if (products.get(consumer)?.alignment !== 'consumer') continue;
    const planned = planPush(snapshot, [consumer], { plansAgainMax: 0 });
    if (planned.ok) plans.set(consumer, planned.value);
    else if (planned.error.code === 'lineage-loop') return refuse(planned.error);
    else throw new Error(`planned a consumer that is not there: ${planned.error.consumer}`);
  }
  return ok(plans);
}
