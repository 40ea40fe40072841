import type { ProductGraph } from '../lineage/product-graph';
import { roundOff } from '../round-off';
import { addStep, type Step } from '../steps';

/**
 * The availability budget of one consumer. Only runtime edges count: from a virtual product to its inputs and on through
 * virtual ones; the outage of a scheduled or streaming product shows as staleness instead. The consumer keeps its own
 * share of the error budget and the rest is split equally over its distinct runtime ancestors, at any depth: a product
 * reached twice fails once, so a product along paths would be wrong.
 */
export type AvailabilityShares = {
  own: number;
  /** By ancestor, nearest first, each with the path from the consumer. */
  shares: Map<string, { min: number; path: Step; asked?: number }>;
  /** The consumer's own times every ancestor's: what the shares promise together. */
  composite: number;
};

export function carryAvailability(
  graph: ProductGraph,
  consumer: string,
  min: number,
  ownShare: number,
  isVirtual: (product: string) => boolean,
): AvailabilityShares {
  const ancestors = runtimeAncestors(graph, consumer, isVirtual);
  const budget = 1 - min;
  const own = 1 - budget * ownShare;
  const each = ancestors.size === 0 ? 1 : 1 - (budget * (1 - ownShare)) / ancestors.size;
  const shares = new Map([...ancestors].map(([product, path]) => [product, { min: roundOff(each), path }]));
  return { own: roundOff(own), shares, composite: compositeOf(own, shares) };
}

/** What the consumer and everything it needs running promise together, if they fail independently. */
export function compositeOf(own: number, shares: AvailabilityShares['shares']): number {
  return roundOff([...shares.values()].reduce((product, { min }) => product * min, own));
}

/** Everything that must be up while the product is read, nearest first, each once with a shortest path to it. */
function runtimeAncestors(
  graph: ProductGraph,
  product: string,
  isVirtual: (product: string) => boolean,
): Map<string, Step> {
  const found = new Map<string, Step>();
  const waiting = isVirtual(product) ? [addStep(null, product)] : [];
  for (let next = 0; next < waiting.length; next++) {
    const reader = waiting[next];
    for (const input of reader ? (graph.inputs.get(reader.name) ?? []) : []) {
      if (found.has(input)) continue;
      const path = addStep(reader ?? null, input);
      found.set(input, path);
      if (isVirtual(input)) waiting.push(path);
    }
  }
  return found;
}
