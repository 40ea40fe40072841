import { compareText } from '@/lib/base/compare-text';
import { ok, type Result, refuse } from '@/lib/base/result';
import { ownerIn } from '@/lib/model/input-ref';
import type { Lineage } from './lineage';
import type { LineageLoop } from './order-upstream';

/**
 * Who reads whom, product by product, over live inputs only. A product has zero hop to itself, so inputs of the same
 * product never appear.
 */
export type ProductGraph = {
  /** Each product after everything that reads it. */
  order: string[];
  /** Upstream neighbours, sorted. */
  inputs: ReadonlyMap<string, readonly string[]>;
  /** Products of which something needed comes from nowhere yet. */
  unbound: ReadonlySet<string>;
};

/** Entities and, for each, the entities it reads. Only what is reachable from the roots counts. */
export type EntityEdges = ReadonlyMap<string, readonly string[]>;

export function productGraph(
  lineage: Lineage,
  edges: EntityEdges,
  roots: readonly string[],
): Result<ProductGraph, LineageLoop> {
  const unbound = new Set<string>();
  const inputs = new Map<string, Set<string>>();
  const seen = new Set<string>(roots);
  const waiting = [...roots];
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
    const product = ownerOf(lineage, ref);
    const own = inputs.get(product) ?? new Set<string>();
    inputs.set(product, own);
    if (!lineage.entity(ref)?.derivation) unbound.add(product);
    for (const input of edges.get(ref) ?? []) {
      const owner = ownerOf(lineage, input);
      if (owner !== product) own.add(owner);
      if (seen.has(input)) continue;
      seen.add(input);
      waiting.push(input);
    }
  }
  const sorted = new Map([...inputs].map(([product, own]) => [product, [...own].sort(compareText)]));
  const order = orderProducts(sorted);
  return order.ok ? ok({ order: order.value, inputs: sorted, unbound }) : order;
}

/** The very text its product is known by, where there is one: looking up a piece of another text is slower. */
function ownerOf(lineage: Lineage, ref: string): string {
  return lineage.entity(ref)?.product ?? ownerIn(ref);
}

/** Kahn's algorithm, ties by key, so that two runs give the same order. */
function orderProducts(inputs: ReadonlyMap<string, readonly string[]>): Result<string[], LineageLoop> {
  const readers = new Map([...inputs.keys()].map((product) => [product, 0]));
  for (const own of inputs.values()) for (const input of own) readers.set(input, (readers.get(input) ?? 0) + 1);
  const ready = [...readers].filter(([, count]) => count === 0).map(([product]) => product);
  ready.sort(compareText).reverse();
  const order: string[] = [];
  for (let product = ready.pop(); product !== undefined; product = ready.pop()) {
    order.push(product);
    for (const input of inputs.get(product) ?? []) {
      const left = (readers.get(input) ?? 0) - 1;
      readers.set(input, left);
      if (left === 0) ready.push(input);
    }
  }
  if (order.length === readers.size) return ok(order);
  return refuse({ code: 'lineage-loop', loop: findLoop(inputs, new Set(order)) });
}

function findLoop(inputs: ReadonlyMap<string, readonly string[]>, ordered: ReadonlySet<string>): string[] {
  const path: string[] = [];
  let at = [...inputs.keys()].filter((product) => !ordered.has(product)).sort(compareText)[0];
  while (at !== undefined && !path.includes(at)) {
    path.push(at);
    at = inputs.get(at)?.find((input) => !ordered.has(input));
  }
  return at === undefined ? path : [...path.slice(path.indexOf(at)), at];
}
