import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { indexModel } from '@/lib/model/model-index';
import { findByName, labelOfRecord, nameOfRecord } from '@/lib/model/names';
import type { ExpectationRule } from '@/lib/model/rule';
import { buildMinutes } from '../lineage/lineage';

/** What people call the things a plan names by key. Unknown keys are their own names. */
export type PlanNames = {
  product(key: string): string;
  /** The owning team; null when nobody owns the product. */
  team(productKey: string): { key: string; name: string } | null;
  /** `order` or `order.status` of a product: "Order", "Order › Status". */
  target(productKey: string, target: string): string;
  metric(consumerKey: string, name: string): string;
  /** What is stated behind a cause such as `freshness on model`; null when the model states no such thing any more. */
  need(consumerKey: string, name: string): { rule: ExpectationRule; words: string | null } | null;
  /** The same, all of it: several where two needs of one rule share a target. */
  needs(consumerKey: string, name: string): { rule: ExpectationRule; words: string | null }[];
  /** Minutes between runs and minutes a run takes. */
  build(productKey: string): { every: number; takes: number };
};

export function planNames(snapshot: WorkspaceSnapshot): PlanNames {
  const products = new Map(snapshot.products.map((product) => [product.key, product]));
  const teams = new Map(snapshot.teams.map((team) => [team.key, team]));
  const label = (productKey: string, kind: 'entity' | 'attribute' | 'metric', name: string, fallback: string) => {
    const model = products.get(productKey)?.model;
    const record = model && findByName(model, kind, name);
    return model && record ? labelOfRecord(model, record.id) : fallback;
  };
  const needs = (consumerKey: string, name: string) => {
    const model = products.get(consumerKey)?.model;
    if (!model) return [];
    const stated = indexModel(model).byKind.expectation.filter(({ id }) => nameOfRecord(model, id) === name);
    return stated.map(({ rule, words }) => ({ rule, words }));
  };
  return {
    product: (key) => products.get(key)?.name ?? key,
    team(productKey) {
      const owner = products.get(productKey)?.owner ?? null;
      return owner === null ? null : { key: owner, name: teams.get(owner)?.name ?? owner };
    },
    target(productKey, target) {
      const [entity = target, attribute] = target.split('.', 2);
      const named = label(productKey, 'entity', entity, entity);
      return attribute === undefined ? named : `${named} › ${label(productKey, 'attribute', target, attribute)}`;
    },
    metric: (consumerKey, name) => label(consumerKey, 'metric', name, name),
    need: (consumerKey, name) => needs(consumerKey, name)[0] ?? null,
    needs,
    build(productKey) {
      const product = products.get(productKey);
      return product ? buildMinutes(product.build) : { every: 0, takes: 0 };
    },
  };
}
