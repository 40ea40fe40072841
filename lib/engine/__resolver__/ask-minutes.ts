import { type Asked, asked } from './asked';
import type { Demand } from './demand';
import { houseRulesOn, statedOn } from './needs';
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
  const freshness = { consumer: demand.consumer, target: null, kind: 'freshness' as const };
  const stated = statedOn(product, 'freshness').flatMap(({ maxMinutes }) =>
    along(view, demand, demand.consumer, maxMinutes, (at) => {
      const build = view.products.get(at);
      return build ? everyOf(build) + takesOf(build) : 0;
    }).map((facts) => asked({ ...freshness, ...facts })),
  );
  const house = reachedBy(demand)
    .filter((at) => at !== demand.consumer)
    .flatMap((at) =>
      houseRulesOn(view, at, 'freshness').map(({ maxMinutes }) =>
        asked({ ...freshness, product: at, value: maxMinutes, isHouseRule: true }),
      ),
    );
  const deadlines = statedOn(product, 'deadline').flatMap((rule) =>
    along(view, demand, demand.consumer, minutesOf(rule.at) + (rule.dayOffset ?? 0) * 1440, (at) => {
      const build = view.products.get(at);
      return build ? takesOf(build) : 0;
    }).map((facts) => asked({ ...freshness, kind: 'deadline', ...facts, timezone: rule.timezone ?? timezone })),
  );
  return [...stated, ...house, ...deadlines];
}

/** Every path from a product upstream, with what is left of the budget at its end. */
function along(
  view: WorkspaceView,
  demand: Demand,
  from: string,
  budget: number,
  spends: (product: string) => number,
): { product: string; value: number }[] {
  const left = budget - spends(from);
  return upstreamOf([demand], from).flatMap((input) => [
    { product: input, value: left },
    ...along(view, demand, input, left, spends),
  ]);
}

/** The consumer and every product it needs something of. */
export function reachedBy(demand: Demand): string[] {
  return [...new Set([demand.consumer, ...[...demand.entities.values()].map(({ view }) => view.product)])].sort();
}

export function minutesOf(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}
