import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { RequirementValue } from '@/lib/engine/plan';
import { applyChange } from '@/lib/engine/push/apply-change';
import { rowKey } from '@/lib/engine/push/asked-row';
import { planPush } from '@/lib/engine/push/plan-push';
import { agreementOf } from '@/lib/reviews/agreement-of';
import type { StoredRequirement } from './store';

/**
 * What would be asked here once an offer nearer to the consumer is agreed to: planned with it as if it were, which is what
 * agreeing does. Null where there is no offer, or one that nothing further upstream follows from.
 */
export function foreseeSettled(
  row: StoredRequirement,
  settling: StoredRequirement,
  { snapshot }: { snapshot: WorkspaceSnapshot },
): RequirementValue {
  const { state, consumer } = settling;
  const agreement = state === 'countered' ? agreementOf({ ...settling, state: 'agreed' }) : null;
  if (!agreement) return null;
  const after = applyChange(snapshot, { schedules: [], agreements: [{ consumer, agreement }] });
  const planned = planPush(after, [consumer], { plansAgainMax: 0 });
  return planned.ok ? (planned.value.requirements.find((one) => rowKey(one) === rowKey(row))?.value ?? null) : null;
}
