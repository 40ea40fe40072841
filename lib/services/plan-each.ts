import { ok, type Result, refuse } from '@/lib/base/result';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { Plan } from '@/lib/engine/plan';
import { planPush } from '@/lib/engine/push/plan-push';

export type PlanByConsumer = ReadonlyMap<string, Plan>;

/**
 * The plan of every live consumer by itself, as sending it would make it but for repairs, which nobody looks at here. One that is not in the snapshot any more has
 * none. A loop is refused and named.
 */
export function planEach(
  snapshot: WorkspaceSnapshot,
  consumers: readonly string[],
): Result<PlanByConsumer, { code: 'lineage-loop'; loop: string[] }> {
  const plans = new Map<string, Plan>();
  for (const consumer of consumers) {
    if (!snapshot.products.some(({ key, alignment }) => key === consumer && alignment === 'consumer')) continue;
    const planned = planPush(snapshot, [consumer], { plansAgainMax: 0 });
    if (planned.ok) plans.set(consumer, planned.value);
    else if (planned.error.code === 'lineage-loop') return refuse(planned.error);
    else throw new Error(`planned a consumer that is not there: ${planned.error.consumer}`);
  }
  return ok(plans);
}
