import { ok, type Result } from '@/lib/base/result';
import type { Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { describeEffects } from './describe-effect';
import { vocabularyOf } from './describe-lines';
import { type PlanByConsumer, planEach } from './plan-each';
import type { Refusal } from './refusal';
import type { ReadStore } from './store';
import type { World } from './world';

export type ChangeEffect = {
  effects: ReturnType<typeof describeEffects>;
  /** Every consumer that needs something of the product today, changed or not. */
  reliedOnBy: { key: string; name: string }[];
};
export type PlannedChange = { after: WorkspaceSnapshot; plans: PlanByConsumer; told: ChangeEffect };

/**
 * What another version of one product does to every live consumer, computed by planning each of them again: the page
 * shows it before saving and the save writes it.
 */
export async function planChange(
  world: World,
  store: ReadStore,
  snapshot: WorkspaceSnapshot,
  product: Product,
): Promise<Result<PlannedChange, Refusal>> {
  const isKnown = snapshot.products.some(({ key }) => key === product.key);
  const products = isKnown
    ? snapshot.products.map((one) => (one.key === product.key ? product : one))
    : [...snapshot.products, product];
  const after = { ...snapshot, products };
  const live = await store.pushedConsumers();
  const before = await planEach(snapshot, live);
  if (!before.ok) return before;
  const plans = await planEach(after, live);
  if (!plans.ok) return plans;
  const people = await store.people();
  const effects = describeEffects(before.value, plans.value, {
    snapshot: after,
    changed: product.key,
    people,
    vocabulary: vocabularyOf(world.actor),
  });
  const relying = [...before.value].filter(([, plan]) => plan.requirements.some((row) => row.product === product.key));
  const nameOf = (key: string) => after.products.find((one) => one.key === key)?.name ?? key;
  const reliedOnBy = relying.map(([key]) => ({ key, name: nameOf(key) }));
  return ok({ after, plans: plans.value, told: { effects, reliedOnBy } });
}
