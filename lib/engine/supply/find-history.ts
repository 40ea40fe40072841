import { ownerIn } from '@/lib/model/input-ref';
import type { Lineage } from '../lineage/lineage';
import type { EntityEdges } from '../lineage/product-graph';

/**
 * Days of history an entity offers: its product's promise, else the least of what it reads. Null where some input
 * promises nothing, and where it reads no entity. `order` lists entities downstream first, as a demand does.
 */
export function findHistory(
  lineage: Lineage,
  order: readonly string[],
  edges: EntityEdges,
): Map<string, number | null> {
  const offered = new Map<string, number | null>();
  for (const ref of [...order].reverse()) {
    const product = lineage.product(ownerIn(ref))?.product;
    const inputs = (edges.get(ref) ?? []).map((input) => offered.get(input) ?? null);
    const known = inputs.filter((days) => days !== null);
    const composed = known.length === 0 || known.length < inputs.length ? null : Math.min(...known);
    offered.set(ref, product?.promises.historyDays ?? composed);
  }
  return offered;
}
