import { describeMinutes } from '@/lib/base/duration';
import type { Policy } from '@/lib/catalog/snapshot';
import { minutesOfClock } from '../clock-time';
import { type Lineage, policyApplies } from '../lineage/lineage';
import type { ConsumerPlan } from '../plan';
import type { AskedRow } from './asked-row';

/** House rules that this version plans as requirements of their own; `owner` is checked as an issue. */
const PLANNED = new Set(['freshness', 'deadline', 'availability', 'completeness', 'history', 'history-max', 'owner']);

/**
 * House rules add to what is needed anyway and seed nothing: a product nobody needs is not asked for anything. They
 * are not carried further upstream, where each product has rules of its own. Consumers' own products are never asked.
 */
export function askHouseRules(
  lineage: Lineage,
  consumersByProduct: ReadonlyMap<string, readonly string[]>,
): AskedRow[] {
  return rulesThatApply(lineage, [...consumersByProduct.keys()]).flatMap(({ policy, product, rule }): AskedRow[] => {
    const because = (consumersByProduct.get(product) ?? []).map((consumer) => ({
      consumer,
      metric: null,
      policy: policy.key,
      path: [product],
    }));
    const base = { consumer: null, product, target: null, rule: null, role: null, because };
    switch (rule.rule) {
      case 'freshness':
        return [{ ...base, kind: 'freshness', value: rule.maxMinutes }];
      case 'deadline': {
        const { timezone: usual } = lineage.snapshot.workspace;
        const timezone = rule.timezone ?? usual;
        const value = minutesOfClock(rule.at) + (rule.dayOffset ?? 0) * 1440;
        return [{ ...base, kind: 'deadline', rule: timezone === usual ? null : timezone, value, timezone }];
      }
      case 'availability':
        return [{ ...base, kind: 'availability', value: rule.min }];
      case 'completeness':
        return (rule.of ?? 'rows') === 'rows' ? [{ ...base, kind: 'completeness', value: rule.min }] : [];
      case 'history':
        return [{ ...base, kind: 'history', value: rule.days }];
      default:
        return [];
    }
  });
}

type Applied = { policy: Policy; product: string; rule: Policy['requires'][number] };

/** Rules about classified attributes speak of attributes, not of products, and are not applied here. */
export function rulesThatApply(lineage: Lineage, products: readonly string[]): Applied[] {
  return lineage.snapshot.policies.flatMap((policy) =>
    policy.applies.classification === undefined
      ? products.flatMap((key) => {
          const product = lineage.product(key)?.product;
          return product && policyApplies(policy, product)
            ? policy.requires.map((rule) => ({ policy, product: key, rule }))
            : [];
        })
      : [],
  );
}

/** House rules of the workspace that no row or issue of this plan stands for. */
export function houseRulesNotPlanned(lineage: Lineage): { rule: string; on: string; policy: string }[] {
  return lineage.snapshot.policies.flatMap((policy) =>
    policy.requires.flatMap((rule) => {
      const isPlanned =
        policy.applies.classification === undefined &&
        PLANNED.has(rule.rule) &&
        !(rule.rule === 'completeness' && rule.of === 'values');
      return isPlanned ? [] : [{ rule: rule.rule, on: 'house rule', policy: policy.key }];
    }),
  );
}

/** The least number of days that a house rule lets this product keep; null when none does. */
export function historyMax(lineage: Lineage, product: string): number | null {
  const limits = rulesThatApply(lineage, [product]).flatMap(({ rule }) =>
    rule.rule === 'history-max' ? [rule.days] : [],
  );
  return limits.length === 0 ? null : Math.min(...limits);
}

/** House rules on a consumer itself are asked of nobody: what it does not keep is said of it. */
export function houseRulesUnmet(lineage: Lineage, consumer: string, ageMinutes: number | null): ConsumerPlan['issues'] {
  return rulesThatApply(lineage, [consumer]).flatMap(({ policy, rule }) => {
    if (rule.rule !== 'freshness' || ageMinutes === null || ageMinutes <= rule.maxMinutes) return [];
    const words = `The house rule “${policy.key}” wants it at most ${describeMinutes(rule.maxMinutes)} old; as offered it is ${describeMinutes(ageMinutes)} old.`;
    return [{ code: 'house-rule-unmet', at: consumer, severity: 'warning' as const, words }];
  });
}

/** Needed products that a house rule wants owned and nobody owns. */
export function ownerless(lineage: Lineage, products: readonly string[]): string[] {
  const found = rulesThatApply(lineage, products).flatMap(({ product, rule }) =>
    rule.rule === 'owner' && lineage.product(product)?.product.owner === null ? [product] : [],
  );
  return [...new Set(found)].sort();
}
