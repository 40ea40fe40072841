import { once } from '@/lib/base/once';
import type { Lineage } from '../lineage/lineage';
import type { ConsumerPlan } from '../plan';
import { findCompleteness } from '../supply/find-completeness';
import { findHistory } from '../supply/find-history';
import { findSupply } from '../supply/find-supply';
import type { ConsumerDemand } from './consumer-demand';
import { rulesThatApply } from './house-rules';
import { type OfferedToHouse, tellUnmet } from './tell-unmet';

/**
 * House rules on a consumer itself are asked of nobody: what it does not keep, as things are offered, is said of it. What
 * nobody has said anything about is neither kept nor broken, and not told; times in another zone are not compared.
 */
export function findUnmetHouseRules(lineage: Lineage, consumerDemand: ConsumerDemand): ConsumerPlan['issues'] {
  const { key } = consumerDemand.consumer;
  const rules = rulesThatApply(lineage, [key]);
  if (rules.length === 0) return [];
  const offered = offeredBy(lineage, consumerDemand);
  return rules.flatMap(({ policy, rule }) => {
    const said = tellUnmet(offered, rule, lineage.snapshot.workspace.timezone);
    if (said === null) return [];
    const words = `The house rule “${policy.key}” wants it ${said.wanted}; ${said.is}.`;
    return [{ code: 'house-rule-unmet', at: key, severity: 'warning' as const, words }];
  });
}

function offeredBy(lineage: Lineage, { consumer, demand, edges, graph, roots }: ConsumerDemand): OfferedToHouse {
  const supply = once(() => findSupply(lineage, graph));
  const leastOf = (offered: ReadonlyMap<string, number | null>) => {
    const known = roots.flatMap((ref) => offered.get(ref) ?? []);
    return known.length === 0 || known.length < roots.length ? null : Math.min(...known);
  };
  return {
    owner: consumer.product.owner,
    ageMinutes: () => supply().freshness.get(consumer.key) ?? null,
    readyMinutes: () => supply().deadline.get(consumer.key) ?? null,
    availability: () => supply().availability.get(consumer.key) ?? null,
    completeness: () => leastOf(findCompleteness(lineage, demand.order)),
    historyDays: () => leastOf(findHistory(lineage, demand.order, edges)),
  };
}
