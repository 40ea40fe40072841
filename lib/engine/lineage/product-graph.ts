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
  /** Products of which something needed comes from nowhere yet, or is wished for and not followed: its edges are not known. */
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
  const read = new Map<string, string[]>();
  const owners = new Map<string, string>();
  const waiting: string[] = [];
  const reach = (ref: string): string => {
    const known = owners.get(ref);
    if (known !== undefined) return known;
    const entity = lineage.entity(ref);
    // The very text its product is known by, where there is one: looking up a piece of another text is slower.
    const owner = entity?.product ?? ownerIn(ref);
    if (!entity?.derivation || !edges.has(ref)) unbound.add(owner);
    owners.set(ref, owner);
    waiting.push(ref);
    return owner;
  };
  for (const root of roots) reach(root);
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
    const product = reach(ref);
    const own = read.get(product) ?? [];
    read.set(product, own);
    for (const input of edges.get(ref) ?? NONE) {
      const owner = reach(input);
      if (owner !== product) own.push(owner);
    }
  }
  const inputs = new Map<string, readonly string[]>();
  for (const [product, own] of read) inputs.set(product, own.length > 1 ? [...new Set(own)].sort(compareText) : own);
  const order = orderProducts(inputs);
  return order.ok ? ok({ order: order.value, inputs, unbound }) : order;
}

const NONE: readonly string[] = [];

/** Kahn's algorithm, ties by key, so that two runs give the same order. */
function orderProducts(inputs: ReadonlyMap<string, readonly string[]>): Result<string[], LineageLoop> {
  const readers = new Map<string, number>();
  for (const product of inputs.keys()) readers.set(product, 0);
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
