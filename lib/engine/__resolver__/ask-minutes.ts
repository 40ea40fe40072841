import type { Product } from '@/lib/catalog/snapshot';
import { type Asked, asked } from './asked';
import { type Demand, demandBelow } from './demand';
import { houseRulesOn } from './house-policies';
import { statedAnywhere } from './needs';
import { everyOf, takesOf, upstreamOf } from './supply';
import type { WorkspaceView } from './view';

/**
 * Freshness and deadlines, path by path: every product on the way spends what its build takes. A house rule adds to what
 * is asked of a product anyway, and asks nothing further upstream, where the house has its rules too.
 */
export function askMinutes(view: WorkspaceView, demand: Demand): Asked[] {
  const product = view.products.get(demand.consumer);
  if (!product) return [];
  const { timezone } = view.snapshot.workspace;
  const freshness = { within: demand, target: null, kind: 'freshness' as const };
  const stated = statedAnywhere(product, 'freshness').flatMap(({ rule, entities }) =>
    along(view, within(demand, entities), demand.consumer, rule.maxMinutes, (at) => everyOf(at) + takesOf(at)).map(
      (facts) => asked({ ...freshness, ...facts, within: within(demand, entities) }),
    ),
  );
  const house = reachedBy(demand)
    .filter((at) => at !== demand.consumer)
    .flatMap((at) =>
      houseRulesOn(view, demand, at, 'freshness').map(({ maxMinutes }) =>
        asked({ ...freshness, product: at, value: maxMinutes, isHouseRule: true }),
      ),
    );
  const deadlines = statedAnywhere(product, 'deadline').flatMap(({ rule, entities }) => {
    const at = minutesOf(rule.at) + (rule.dayOffset ?? 0) * 1440;
    return along(view, within(demand, entities), demand.consumer, at, takesOf).map((facts) =>
      asked({
        ...freshness,
        kind: 'deadline',
        ...facts,
        timezone: rule.timezone ?? timezone,
        within: within(demand, entities),
      }),
    );
  });
  const houseDeadlines = reachedBy(demand)
    .filter((at) => at !== demand.consumer)
    .flatMap((at) =>
      houseRulesOn(view, demand, at, 'deadline').map(({ at: clock, dayOffset, timezone: zone }) => {
        const value = minutesOf(clock) + (dayOffset ?? 0) * 1440;
        const facts = { product: at, value, timezone: zone ?? timezone, isHouseRule: true };
        return asked({ ...freshness, kind: 'deadline', ...facts });
      }),
    );
  return [...stated, ...house, ...deadlines, ...houseDeadlines];
}

/** A need of one entity or metric is held against what that one reads. */
export function within(demand: Demand, entities: string[] | null): Demand {
  return entities === null ? demand : demandBelow(demand, entities);
}

/** Every path from a product upstream, with what is left of the budget at its end. */
function along(
  view: WorkspaceView,
  demand: Demand,
  from: string,
  budget: number,
  spends: (product: Product) => number,
): { product: string; value: number }[] {
  const product = view.products.get(from);
  const left = budget - (product ? spends(product) : 0);
  return upstreamOf([demand], from).flatMap((input) => [
    { product: input, value: left },
    ...along(view, demand, input, left, spends),
  ]);
}

/** The consumer and every product it needs something of. */
export function reachedBy(demand: Demand): string[] {
  const needed = [...demand.entities.values()];
  const wished = needed.flatMap((one) => one.wished.map((ref) => ref.slice(0, ref.indexOf('.'))));
  return [...new Set([demand.consumer, ...needed.map(({ view }) => view.product), ...wished])].sort();
}

export function minutesOf(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}
