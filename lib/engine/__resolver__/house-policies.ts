import type { Policy, Product } from '@/lib/catalog/snapshot';
import type { HouseRule } from '@/lib/model/rule';
import { bears } from './ask-classes';
import type { Demand, NeededEntity } from './demand';
import type { WorkspaceView } from './view';

type RuleOf<R extends HouseRule['rule']> = Extract<HouseRule, { rule: R }>;

/** What the house requires of a product that something is needed of. */
export function houseRulesOn<R extends HouseRule['rule']>(
  view: WorkspaceView,
  demand: Demand,
  key: string,
  name: R,
): RuleOf<R>[] {
  const isOfName = (rule: HouseRule): rule is RuleOf<R> => rule.rule === name;
  return view.snapshot.policies.flatMap((policy) =>
    isMeantOf(view, demand, policy, key) ? policy.requires.filter(isOfName) : [],
  );
}

/** A rule that names classes speaks of the products too that have one needed field of such a class. */
export function isMeantOf(view: WorkspaceView, demand: Demand, policy: Policy, at: string): boolean {
  const product = view.products.get(at);
  if (!product || !isMeant(policy, product)) return false;
  const needed = [...demand.entities.values()].filter((one) => one.view.product === at);
  return (
    policy.applies.classification === undefined ||
    needed.some((one) => [...one.attributes.keys()].some((name) => isNamed(view, demand, policy, one, name)))
  );
}

export function isMeant({ applies }: Policy, product: Product): boolean {
  return (
    (applies.alignment?.includes(product.alignment) ?? true) &&
    (applies.product?.includes(product.key) ?? true) &&
    (applies.domain === undefined || (product.domain !== null && applies.domain.includes(product.domain)))
  );
}

export function isNamed(
  view: WorkspaceView,
  demand: Demand,
  { applies }: Policy,
  needed: NeededEntity,
  name: string,
): boolean {
  if (applies.classification === undefined) return true;
  const borne = bears(view, demand, needed, name);
  return borne !== null && applies.classification.includes(borne);
}
