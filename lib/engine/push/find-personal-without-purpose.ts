import type { Classification } from '@/lib/model/records';
import type { ConsumerPlan } from '../plan';
import type { ConsumerDemand } from './consumer-demand';

/**
 * Personal values that reach a consumer without a stated decision although its own model does not call them so: they are
 * called personal further upstream than its rules look, by the inventory or past a product that says nothing; or a copy is
 * called something else here. A value made of others may say that it is no longer personal.
 */
export function findPersonalWithoutPurpose(
  { consumer, demand }: ConsumerDemand,
  classified: ReadonlyMap<string, Classification>,
): ConsumerPlan['issues'] {
  const { key, product } = consumer;
  if ((product.useCase?.decision ?? '').trim() !== '') return [];
  return [...consumer.entities.values()].flatMap(({ name: entity, attributes }) =>
    [...(demand.entities.get(`${key}.${entity}`)?.attributes.keys() ?? [])].flatMap((name) => {
      const { record, tree } = attributes.get(name) ?? {};
      const mayDeny = record?.classification != null && tree?.kind !== 'column';
      if (mayDeny || classified.get(`${key}.${entity}.${name}`) !== 'personal') return [];
      const at = `${entity}.${name}`;
      const words = `${at} is personal data where it comes from, and this product states no decision it is needed for.`;
      return [{ code: 'personal-data-without-purpose', at, severity: 'warning' as const, words }];
    }),
  );
}
