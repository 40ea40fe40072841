import type { ProductGraph } from '../lineage/product-graph';
import { roundOff } from '../round-off';
import { addStep, type Step } from '../steps';

/** Required minutes per product, with the path from the consumer that makes it that strict. */
export type CarriedMinutes = Map<string, Carried>;
/** `asked` is what the need by itself comes to, where something weaker was agreed. */
type Carried = { minutes: number; path: Step; asked?: number };

/**
 * A budget of time, carried upstream. Every product on the way spends some of it, a product reached along several paths
 * gets the smallest, and parallel inputs each get the whole, because they are read side by side. Nothing is clamped: a
 * negative budget is the finding. `spend` is every + takes for freshness (F(u) = min over d of F(d) - every - takes) and
 * takes alone for a deadline (D(u) = min over d of D(d) - takes). `settle` answers what was agreed with a product in
 * place of its budget; what lies further upstream is carried from that.
 */
export function carryMinutes(
  graph: ProductGraph,
  consumer: string,
  budget: number,
  spend: (product: string) => number,
  settle: (product: string, minutes: number) => number = (_, minutes) => minutes,
): CarriedMinutes {
  const carried: CarriedMinutes = new Map([[consumer, { minutes: budget, path: addStep(null, consumer) }]]);
  for (const product of graph.order) {
    const own = carried.get(product);
    if (!own) continue;
    const settled = product === consumer ? own.minutes : settle(product, own.minutes);
    if (settled !== own.minutes) carried.set(product, { ...own, minutes: settled, asked: own.minutes });
    const left = roundOff(settled - spend(product));
    for (const input of graph.inputs.get(product) ?? []) {
      const before = carried.get(input);
      if (!before || left < before.minutes) carried.set(input, { minutes: left, path: addStep(own.path, input) });
    }
  }
  return carried;
}
