import type { ProductGraph } from '../lineage/product-graph';
import { roundShare } from '../round-share';

/**
 * The availability budget of one consumer. Only runtime edges count: from a virtual product to its inputs and on through
 * virtual ones; the outage of a scheduled or streaming product shows as staleness instead. The consumer keeps its own
 * share of the error budget and the rest is split equally over its distinct runtime ancestors, at any depth: a product
 * reached twice fails once, so a product along paths would be wrong.
 */
export type AvailabilityShares = {
  own: number;
  /** By ancestor, each with the path from the consumer. */
  shares: Map<string, number>;
  via: Map<string, string>;
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
  const { order, via } = runtimeAncestors(graph, consumer, isVirtual);
  const budget = 1 - min;
  const own = 1 - budget * ownShare;
  const each = order.length === 0 ? 1 : 1 - (budget * (1 - ownShare)) / order.length;
  return {
    own: roundShare(own),
    shares: new Map(order.map((product) => [product, roundShare(each)])),
    via,
    composite: roundShare(own * each ** order.length),
  };
}

/** Everything that must be up while the product is read, nearest first, each once. */
export function runtimeAncestors(
  graph: ProductGraph,
  product: string,
  isVirtual: (product: string) => boolean,
): { order: string[]; via: Map<string, string> } {
  const via = new Map<string, string>();
  const order: string[] = [];
  const waiting = isVirtual(product) ? [product] : [];
  for (let next = 0; next < waiting.length; next++) {
    const reader = waiting[next] ?? product;
    for (const input of graph.inputs.get(reader) ?? []) {
      if (via.has(input)) continue;
      via.set(input, reader);
      order.push(input);
      if (isVirtual(input)) waiting.push(input);
    }
  }
  return { order, via };
}
