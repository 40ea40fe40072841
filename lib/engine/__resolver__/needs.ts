import type { Product } from '@/lib/catalog/snapshot';
import { recordsOf } from '@/lib/model/records';
import type { ExpectationRule, HouseRule } from '@/lib/model/rule';
import type { WorkspaceView } from './view';

type RuleOf<R extends HouseRule['rule']> = Extract<HouseRule, { rule: R }>;

/** What a consumer states of its model as a whole. */
export function statedOn<R extends ExpectationRule['rule']>(product: Product, rule: R): RuleOf<R>[] {
  return recordsOf(product.model, 'expectation').flatMap((expectation) =>
    expectation.onId === null && isRule(expectation.rule, rule) ? [expectation.rule] : [],
  );
}

/** What the house requires of a product. */
export function houseRulesOn<R extends HouseRule['rule']>(view: WorkspaceView, key: string, rule: R): RuleOf<R>[] {
  const product = view.products.get(key);
  if (!product) return [];
  return view.snapshot.policies.flatMap(({ applies, requires }) => {
    const isMeant =
      (applies.alignment?.includes(product.alignment) ?? true) &&
      (applies.product?.includes(product.key) ?? true) &&
      (applies.domain === undefined || (product.domain !== null && applies.domain.includes(product.domain)));
    return isMeant ? requires.filter((one): one is RuleOf<R> => isRule(one, rule)) : [];
  });
}

function isRule<R extends HouseRule['rule']>(rule: HouseRule, name: R): rule is RuleOf<R> {
  return rule.rule === name;
}
