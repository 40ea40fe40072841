import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { RequirementValue } from '@/lib/engine/plan';
import { applyChange } from '@/lib/engine/push/apply-change';
import { rowKey } from '@/lib/engine/push/asked-row';
import type { PlanNames } from '@/lib/engine/push/plan-names';
import { planPush } from '@/lib/engine/push/plan-push';
import type { StoredRequirement } from './store';

/**
 * What would be asked here once an offer nearer to the consumer is agreed to: planned again with the need as much weaker
 * as the offer is. Null where there is no offer, or it is of something that does not add up along the way as ages do.
 */
export function foreseeSettled(
  row: StoredRequirement,
  settling: StoredRequirement,
  { snapshot, names }: { snapshot: WorkspaceSnapshot; names: PlanNames },
): RequirementValue {
  const { counterValue: offered, value: asked, state, kind, consumer } = settling;
  if (state !== 'countered' || kind !== 'freshness') return null;
  if (typeof offered !== 'number' || typeof asked !== 'number') return null;
  const stated = settling.causes.flatMap(({ expectation }) => {
    const rule = expectation === undefined ? undefined : names.need(consumer, expectation)?.rule;
    return rule?.rule === 'freshness' ? [rule.maxMinutes] : [];
  });
  if (stated.length === 0) return null;
  const maxMinutes = Math.min(...stated) + offered - asked;
  const planned = planPush(applyChange(snapshot, { schedules: [], freshness: { consumer, maxMinutes } }), [consumer]);
  return planned.ok ? (planned.value.requirements.find((one) => rowKey(one) === rowKey(row))?.value ?? null) : null;
}
