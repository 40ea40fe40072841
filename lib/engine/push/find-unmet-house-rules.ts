import { describeShare } from '@/lib/base/describe-share';
import { describeMinutes } from '@/lib/base/duration';
import { once } from '@/lib/base/once';
import type { HouseRule } from '@/lib/model/rule';
import { minutesOfClock, toClock } from '../clock-time';
import type { Lineage } from '../lineage/lineage';
import type { ConsumerPlan } from '../plan';
import { roundOff } from '../round-off';
import { findCompleteness } from '../supply/find-completeness';
import { findHistory } from '../supply/find-history';
import { findSupply } from '../supply/find-supply';
import type { ConsumerDemand } from './consumer-demand';
import { rulesThatApply } from './house-rules';

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
    const words = `The house rule “${policy.key}” wants it ${said.wanted}; as offered it is ${said.is}.`;
    return [{ code: 'house-rule-unmet', at: key, severity: 'warning' as const, words }];
  });
}

/** What the consumer itself would have, each null where somebody on the way has not said. */
type Offered = {
  ageMinutes: () => number | null;
  readyMinutes: () => number | null;
  availability: () => number | null;
  completeness: () => number | null;
  historyDays: () => number | null;
};

function offeredBy(lineage: Lineage, { consumer, demand, edges, graph, roots }: ConsumerDemand): Offered {
  const supply = once(() => findSupply(lineage, graph));
  const leastOf = (offered: ReadonlyMap<string, number | null>) => {
    const known = roots.flatMap((ref) => offered.get(ref) ?? []);
    return known.length === 0 || known.length < roots.length ? null : Math.min(...known);
  };
  return {
    ageMinutes: () => supply().freshness.get(consumer.key) ?? null,
    readyMinutes: () => supply().deadline.get(consumer.key) ?? null,
    availability: () => supply().availability.get(consumer.key) ?? null,
    completeness: () => leastOf(findCompleteness(lineage, demand.order)),
    historyDays: () => leastOf(findHistory(lineage, demand.order, edges)),
  };
}

/** What a rule wants and what there is, where that is known and less. */
function tellUnmet(offered: Offered, rule: HouseRule, zone: string): { wanted: string; is: string } | null {
  switch (rule.rule) {
    case 'freshness': {
      const age = offered.ageMinutes();
      if (age === null || age <= rule.maxMinutes) return null;
      return { wanted: `at most ${describeMinutes(rule.maxMinutes)} old`, is: `${describeMinutes(age)} old` };
    }
    case 'deadline': {
      const ready = offered.readyMinutes();
      const by = minutesOfClock(rule.at) + (rule.dayOffset ?? 0) * 1440;
      if (ready === null || ready <= by || (rule.timezone ?? zone) !== zone) return null;
      return { wanted: `ready by ${describeClock(by)}`, is: `ready by ${describeClock(ready)}` };
    }
    case 'availability': {
      const share = offered.availability();
      if (share === null || roundOff(share - rule.min) >= 0) return null;
      return { wanted: `available ${describeShare(rule.min)} of the time`, is: `available ${describeShare(share)}` };
    }
    case 'completeness': {
      const share = (rule.of ?? 'rows') === 'rows' ? offered.completeness() : null;
      if (share === null || roundOff(share - rule.min) >= 0) return null;
      return {
        wanted: `complete in ${describeShare(rule.min)} of its rows`,
        is: `complete in ${describeShare(share)}`,
      };
    }
    case 'history': {
      const days = offered.historyDays();
      if (days === null || days >= rule.days) return null;
      return { wanted: `kept for ${rule.days} days`, is: `kept for ${days}` };
    }
    default:
      return null;
  }
}

function describeClock(minutes: number): string {
  const { at, dayOffset } = toClock(minutes);
  if (dayOffset === 0) return at;
  if (Math.abs(dayOffset) === 1) return `${at} the day ${dayOffset < 0 ? 'before' : 'after'}`;
  return `${at} ${Math.abs(dayOffset)} days ${dayOffset < 0 ? 'before' : 'after'}`;
}
