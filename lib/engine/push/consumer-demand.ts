import { ok, type Result } from '@/lib/base/result';
import type { Expression } from '@/lib/sql/tree';
import type { Demand } from '../demand/demand';
import { findUses, type Uses } from '../demand/find-uses';
import { pushRows } from '../demand/push-rows';
import { sweepDemand } from '../demand/sweep-demand';
import { inputRefs, refsOf } from '../lineage/input-refs';
import { keepWhileSame } from '../lineage/keep-while-same';
import type { CompiledProduct } from '../lineage/lineage';
import type { LineageLoop } from '../lineage/order-upstream';
import { type ProductGraph, productGraph } from '../lineage/product-graph';

/** Everything one consumer's push rests on: what it uses, what that demands, which rows, and who reads whom. */
export type ConsumerDemand = {
  consumer: CompiledProduct;
  uses: Uses;
  demand: Demand;
  rows: ReadonlyMap<string, Expression | null>;
  /** For each needed entity what it reads, and what it would read once a wish of it is met. */
  edges: ReadonlyMap<string, readonly string[]>;
  /** What is asked for and nobody has, as `product.entity`: read last. */
  wished: readonly string[];
  graph: ProductGraph;
  /** The consumer's own needed entities. */
  roots: string[];
};

/** Kept for as long as nothing it stands on has changed: the plan and the ledger rest on the very same one. */
export const planConsumer = keepWhileSame((lineage, consumer: CompiledProduct): Result<ConsumerDemand, LineageLoop> => {
  const uses = findUses(consumer.model);
  const demand = sweepDemand(lineage, consumer, uses);
  if (!demand.ok) return demand;
  const roots = demand.value.order.filter(({ product }) => product === consumer.key).map(({ ref }) => ref);
  const starts = roots.length > 0 ? roots : [`${consumer.key}.`];
  const live = liveEdges(demand.value);
  const graph = productGraph(lineage, live, starts);
  if (!graph.ok) return graph;
  const rows = pushRows(demand.value, uses.rows);
  const own = { consumer, uses, demand: demand.value, rows, edges: live, wished: [], graph: graph.value, roots };
  const wishes = wishesAnswered(demand.value);
  if (wishes.length === 0) return ok(own);
  // Two who wish of each other stand in a circle that is not there yet: then only what is had counts.
  const edges = withWishes(live, wishes);
  const whole = productGraph(lineage, edges, starts);
  if (!whole.ok) return ok(own);
  return ok({ ...own, edges, wished: [...new Set(wishes.map(({ ref }) => ref))].sort(), graph: whole.value });
});

type Wish = { by: string; ref: string };

/** What is wished of somebody who has no such entity. What has one is read already, as far as it is there. */
function wishesAnswered({ gaps, entities }: Demand): Wish[] {
  return gaps.flatMap(({ product, entity, wish }) => {
    const ref = `${product}.${entity}`;
    return entities.has(ref) ? [] : [{ by: wish, ref }];
  });
}

function withWishes(live: ReadonlyMap<string, readonly string[]>, wishes: readonly Wish[]) {
  const edges = new Map(live);
  for (const { by, ref } of wishes) {
    const read = edges.get(by) ?? NONE;
    if (!read.includes(ref)) edges.set(by, [...read, ref]);
  }
  return edges;
}

/** For each needed entity the entities it reads over live inputs. */
function liveEdges(demand: Demand): Map<string, readonly string[]> {
  const edges = new Map<string, readonly string[]>();
  for (const { ref, entity, liveInputs } of demand.order) {
    const isWhole = entity?.derivation?.inputs.length === liveInputs.length;
    edges.set(ref, isWhole ? inputRefs(entity) : refsOf(liveInputs.map(({ input }) => input)));
  }
  return edges;
}

const NONE: readonly never[] = [];
