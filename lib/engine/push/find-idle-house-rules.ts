import { compareText } from '@/lib/base/compare-text';
import type { Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { minutesOfClock } from '../clock-time';
import { policyApplies } from '../lineage/lineage';
import type { Plan, ProductIssue } from '../plan';
import { type OfferedToHouse, tellUnmet } from './tell-unmet';

/**
 * House rules broken by products that nobody in a plan needs. They ask for nothing, since a house rule has no cause there,
 * and are not forgotten either: what is active has to keep them. Held against what a product says of itself; what it says
 * nothing of is neither kept nor broken. Rules of a classification speak of needed fields and so of none here.
 */
export function findIdleHouseRules(snapshot: WorkspaceSnapshot, plan: Plan): ProductIssue[] {
  const needed = new Set([...plan.requirements.map(({ product }) => product), ...plan.consumers.map(({ key }) => key)]);
  const idle = snapshot.products.filter(({ key, status }) => status === 'published' && !needed.has(key));
  const { timezone } = snapshot.workspace;
  return idle
    .flatMap((product) => {
      const offered = offeredBy(product);
      return snapshot.policies.flatMap((policy): ProductIssue[] => {
        if (policy.applies.classification !== undefined || !policyApplies(policy, product)) return [];
        return policy.requires.flatMap((rule): ProductIssue[] => {
          const said = tellUnmet(offered, rule, timezone);
          if (said === null) return [];
          const words = `The house rule “${policy.key}” wants ${product.name} ${said.wanted}; ${said.is}.`;
          return [{ code: 'house-rule-unmet', at: product.key, severity: 'warning', policy: policy.key, words }];
        });
      });
    })
    .sort((a, b) => compareText(a.at, b.at) || compareText(a.policy, b.policy) || compareText(a.words, b.words));
}

function offeredBy({ owner, promises }: Product): OfferedToHouse {
  return {
    owner,
    ageMinutes: () => promises.freshnessMinutes ?? null,
    readyMinutes: () => (promises.deadline === undefined ? null : minutesOfClock(promises.deadline)),
    availability: () => promises.availability ?? null,
    completeness: () => promises.completeness ?? null,
    historyDays: () => promises.historyDays ?? null,
  };
}
