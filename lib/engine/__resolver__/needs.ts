import type { Product } from '@/lib/catalog/snapshot';
import { recordsOf } from '@/lib/model/records';
import type { ExpectationRule, HouseRule } from '@/lib/model/rule';
import { entitiesOfLeg, legsOf } from './find-uses';
import { nameOf } from './ways';

type RuleOf<R extends HouseRule['rule']> = Extract<HouseRule, { rule: R }>;

/** What a consumer states of its model as a whole. */
export function statedOn<R extends ExpectationRule['rule']>(product: Product, rule: R): RuleOf<R>[] {
  return recordsOf(product.model, 'expectation').flatMap((expectation) =>
    expectation.onId === null && isRule(expectation.rule, rule) ? [expectation.rule] : [],
  );
}

/** Every statement of a kind, with what it speaks about: the entities a metric touches, one entity, or all of them. */
export function statedAnywhere<R extends ExpectationRule['rule']>(
  product: Product,
  rule: R,
): { rule: RuleOf<R>; entities: string[] | null }[] {
  return recordsOf(product.model, 'expectation').flatMap(({ onId, rule: stated }) =>
    isRule(stated, rule) ? [{ rule: stated, entities: onId === null ? null : entitiesAt(product, onId) }] : [],
  );
}

function entitiesAt(product: Product, id: string): string[] {
  const record = product.model.records[id];
  if (record?.kind === 'metric') return legsOf(product, record).flatMap((leg) => entitiesOfLeg(product, leg));
  if (record?.kind === 'entity') return [record.name];
  return record?.kind === 'attribute' ? [nameOf(product, record.entityId)] : [];
}

function isRule<R extends HouseRule['rule']>(rule: HouseRule, name: R): rule is RuleOf<R> {
  return rule.rule === name;
}
