import type { ProductGraph } from '../lineage/product-graph';

/** Required minutes per upstream product, with the neighbour downstream that makes it that strict. */
export type CarriedMinutes = Map<string, { minutes: number; via: string | null }>;

/**
 * A budget of time, carried upstream. Every product on the way spends some of it, a product reached along several paths
 * gets the smallest, and parallel inputs each get the whole, because they are read side by side. Nothing is clamped: a
 * negative budget is the finding. `spend` is every + takes for freshness (F(u) = min over d of F(d) - every - takes) and
 * takes alone for a deadline (D(u) = min over d of D(d) - takes).
 */
export function carryMinutes(
  graph: ProductGraph,
  consumer: string,
  budget: number,
  spend: (product: string) => number,
): CarriedMinutes {
  const carried: CarriedMinutes = new Map([[consumer, { minutes: budget, via: null }]]);
  for (const product of graph.order) {
    const own = carried.get(product);
    if (!own) continue;
    const left = own.minutes - spend(product);
    for (const input of graph.inputs.get(product) ?? []) {
      const before = carried.get(input);
      if (!before || left < before.minutes) carried.set(input, { minutes: left, via: product });
    }
  }
  return carried;
}

/** The products from the consumer to this one, along the neighbours that made its budget the tightest. */
export function tightestPath(carried: CarriedMinutes, product: string): string[] {
  const path: string[] = [];
  for (let at: string | null = product; at !== null; at = carried.get(at)?.via ?? null) path.push(at);
  return path.reverse();
}
