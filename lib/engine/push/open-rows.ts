import type { Lineage } from '../lineage/lineage';
import type { Requirement } from '../plan';

/**
 * What cannot be had as it is asked, and what nobody can agree to because its product has no owner, by each consumer that
 * is a cause of it. Reasons are walked for these rows only.
 */
export function openRowsByConsumer(
  lineage: Lineage,
  requirements: readonly Requirement[],
): ReadonlyMap<string, readonly Requirement[]> {
  const found = new Map<string, Requirement[]>();
  for (const row of requirements) {
    if (row.verdict === 'met') continue;
    if (row.verdict !== 'conflict' && lineage.product(row.product)?.product.owner !== null) continue;
    for (const consumer of new Set(row.because.map((cause) => cause.consumer))) {
      const own = found.get(consumer);
      if (own) own.push(row);
      else found.set(consumer, [row]);
    }
  }
  return found;
}
