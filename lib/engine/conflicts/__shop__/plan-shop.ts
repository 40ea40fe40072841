import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { Plan } from '../../plan';
import { planPush } from '../../push/plan-push';

/** What the sales board of the shop asks of everybody. */
export function planShop(snapshot: WorkspaceSnapshot): Plan {
  const plan = planPush(snapshot, ['cdp-sales']);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}
