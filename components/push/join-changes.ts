import type { PlanChange } from '@/lib/engine/plan';

/** Several changes as one, the later over the earlier; null where there is none. */
export function joinChanges([first, ...rest]: readonly PlanChange[]): PlanChange | null {
  return first === undefined ? null : rest.reduce(join, first);
}

function join(one: PlanChange, other: PlanChange): PlanChange {
  const freshness = other.freshness ?? one.freshness;
  return {
    schedules: both(one.schedules, other.schedules),
    ...(freshness ? { freshness } : {}),
    builds: both(one.builds, other.builds),
    agreements: both(one.agreements, other.agreements),
    promises: both(one.promises, other.promises),
    needs: both(one.needs, other.needs),
    drop: {
      consumers: both(one.drop?.consumers, other.drop?.consumers),
      metrics: both(one.drop?.metrics, other.drop?.metrics),
    },
    bind: both(one.bind, other.bind),
    owners: both(one.owners, other.owners),
    policies: {
      drop: both(one.policies?.drop, other.policies?.drop),
      put: both(one.policies?.put, other.policies?.put),
    },
    records: both(one.records, other.records),
  };
}

function both<T>(one: readonly T[] = [], other: readonly T[] = []): T[] {
  return [...one, ...other];
}
