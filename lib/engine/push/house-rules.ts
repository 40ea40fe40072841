import type { Policy } from '@/lib/catalog/snapshot';
import { minutesOfClock } from '../clock-time';
import { type Lineage, policyApplies } from '../lineage/lineage';
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
        const timezone = rule.timezone ?? lineage.snapshot.workspace.timezone;
        return [{ ...base, kind: 'deadline', value: minutesOfClock(rule.at) + (rule.dayOffset ?? 0) * 1440, timezone }];
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

/** Needed products that a house rule wants owned and nobody owns. */
export function ownerless(lineage: Lineage, products: readonly string[]): string[] {
  const found = rulesThatApply(lineage, products).flatMap(({ product, rule }) =>
    rule.rule === 'owner' && lineage.product(product)?.product.owner === null ? [product] : [],
  );
  return [...new Set(found)].sort();
}
