import type { Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { indexSnapshot } from '@/lib/catalog/surroundings';
import { describeExpectation } from '@/lib/model/expectation-words';
import { indexModel } from '@/lib/model/model-index';
import { findByName, labelOfRecord, nameOfRecord, sentenceCase } from '@/lib/model/names';
import type { ExpectationRule } from '@/lib/model/rule';
import { isTimeType } from '@/lib/model/words-for';
import { buildMinutes, type Lineage } from '../lineage/lineage';

/** What people call the things a plan names by key. Unknown keys are their own names. */
export type PlanNames = {
  product(key: string): string;
  /** The owning team; null when nobody owns the product. */
  team(productKey: string): { key: string; name: string } | null;
  domain(key: string): string;
  /** `order` or `order.status` of a product: "Order", "Order › Status". A wish reads the same before anybody has it. */
  target(productKey: string, target: string): string;
  /** Does its model have it, so that it has a name of its own there? */
  has(productKey: string, target: string): boolean;
  /** Is the field of that name a date or a time? */
  isTime(productKey: string, target: string): boolean;
  metric(consumerKey: string, name: string): string;
  measure(consumerKey: string, name: string): string;
  /** What is stated behind a cause such as `freshness on model`; null when the model states no such thing any more. */
  need(consumerKey: string, name: string): { rule: ExpectationRule; words: string | null } | null;
  /** The same, all of it: several where two needs of one rule share a target. */
  needs(consumerKey: string, name: string): { rule: ExpectationRule; words: string | null }[];
  /** The same in words: what a person wrote about it, else what it says; the name itself where nothing is stated any more. */
  said(consumerKey: string, name: string): string;
  /** Minutes between runs and minutes a run takes. */
  build(productKey: string): { every: number; takes: number };
};

export function planNames(snapshot: WorkspaceSnapshot): PlanNames {
  const { products } = indexSnapshot(snapshot);
  return namesOf(
    (key) => products.get(key),
    () => snapshot,
  );
}

/** The same names, read through a lineage, so that whoever keeps what he says with them looks at no more than he names. */
export function lineageNames(lineage: Lineage): PlanNames {
  return namesOf(
    (key) => lineage.product(key)?.product,
    () => lineage.snapshot,
  );
}

function namesOf(
  productOf: (key: string) => Product | undefined,
  people: () => Pick<WorkspaceSnapshot, 'domains' | 'teams'>,
): PlanNames {
  const label = (
    productKey: string,
    kind: 'entity' | 'attribute' | 'metric' | 'measure',
    name: string,
    fallback: string,
  ) => {
    const model = productOf(productKey)?.model;
    const record = model && findByName(model, kind, name);
    return model && record ? labelOfRecord(model, record.id) : fallback;
  };
  const stated = (consumerKey: string, name: string) => {
    const model = productOf(consumerKey)?.model;
    if (!model) return [];
    return indexModel(model)
      .byKind.expectation.filter(({ id }) => nameOfRecord(model, id) === name)
      .map((record) => ({ model, record }));
  };
  const needs = (consumerKey: string, name: string) =>
    stated(consumerKey, name).map(({ record: { rule, words } }) => ({ rule, words }));
  return {
    product: (key) => productOf(key)?.name ?? key,
    team(productKey) {
      const owner = productOf(productKey)?.owner ?? null;
      return owner === null
        ? null
        : { key: owner, name: people().teams.find(({ key }) => key === owner)?.name ?? owner };
    },
    domain: (key) => people().domains.find((domain) => domain.key === key)?.name ?? key,
    target(productKey, target) {
      const [entity = target, attribute] = target.split('.', 2);
      const named = label(productKey, 'entity', entity, sentenceCase(entity));
      if (attribute === undefined) return named;
      return `${named} › ${label(productKey, 'attribute', target, sentenceCase(attribute))}`;
    },
    has(productKey, target) {
      const model = productOf(productKey)?.model;
      const kind = target.includes('.') ? 'attribute' : 'entity';
      return model !== undefined && findByName(model, kind, target) !== null;
    },
    isTime(productKey, target) {
      const model = productOf(productKey)?.model;
      const field = model && findByName(model, 'attribute', target);
      return field ? isTimeType(field.type) : false;
    },
    metric: (consumerKey, name) => label(consumerKey, 'metric', name, name),
    measure: (consumerKey, name) => label(consumerKey, 'measure', name, name),
    need: (consumerKey, name) => needs(consumerKey, name)[0] ?? null,
    needs,
    said(consumerKey, name) {
      const [first] = stated(consumerKey, name);
      if (!first) return name;
      return first.record.words ?? describeExpectation(first.model, first.record, 'plain').replace(/\.$/, '');
    },
    build(productKey) {
      const product = productOf(productKey);
      return product ? buildMinutes(product.build) : { every: 0, takes: 0 };
    },
  };
}
