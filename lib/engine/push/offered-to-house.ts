import { once } from '@/lib/base/once';
import type { Product } from '@/lib/catalog/snapshot';
import type { Lineage } from '../lineage/lineage';
import { findCompleteness } from '../supply/find-completeness';
import { findHistory } from '../supply/find-history';
import { findSupply } from '../supply/find-supply';
import type { WholeReach } from '../supply/reach-whole';

/** What a product would have, each null where nobody has said. */
export type OfferedToHouse = {
  owner: string | null;
  ageMinutes: () => number | null;
  readyMinutes: () => number | null;
  availability: () => number | null;
  completeness: () => number | null;
  historyDays: () => number | null;
};

/**
 * What products can be held to, of consumers and of what nobody needs alike: composed over what they stand on, and only
 * when a rule asks. Rows and days of a product are the least of its given entities, and unknown while one of them is.
 */
export function offersOver(
  lineage: Lineage,
  reach: () => WholeReach | null,
): (product: Product, refs: readonly string[]) => OfferedToHouse {
  const found = once(() => {
    const reached = reach();
    if (reached === null) return null;
    const { order, edges, graph } = reached;
    return {
      supply: findSupply(lineage, graph),
      completeness: once(() => findCompleteness(lineage, order)),
      history: once(() => findHistory(lineage, order, edges)),
    };
  });
  return ({ key, owner }, refs) => {
    const leastOf = (offered: ReadonlyMap<string, number | null> | undefined) => {
      const known = refs.flatMap((ref) => offered?.get(ref) ?? []);
      return known.length === 0 || known.length < refs.length ? null : Math.min(...known);
    };
    return {
      owner,
      ageMinutes: () => found()?.supply.freshness.get(key) ?? null,
      readyMinutes: () => found()?.supply.deadline.get(key) ?? null,
      availability: () => found()?.supply.availability.get(key) ?? null,
      completeness: () => leastOf(found()?.completeness()),
      historyDays: () => leastOf(found()?.history()),
    };
  };
}
