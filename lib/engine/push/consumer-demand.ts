import { ok, type Result } from '@/lib/base/result';
import type { Expression } from '@/lib/sql/tree';
import type { Demand } from '../demand/demand';
import { findUses, type Uses } from '../demand/find-uses';
import { pushRows } from '../demand/push-rows';
import { sweepDemand } from '../demand/sweep-demand';
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
  edges: ReadonlyMap<string, readonly string[]>;
  graph: ProductGraph;
  /** The consumer's own needed entities. */
  roots: string[];
};

/** Kept for as long as nothing it stands on has changed: the plan and the ledger rest on the very same one. */
export const planConsumer = keepWhileSame((lineage, consumer: CompiledProduct): Result<ConsumerDemand, LineageLoop> => {
  const uses = findUses(consumer.model);
  const demand = sweepDemand(lineage, consumer, uses);
  if (!demand.ok) return demand;
  const edges = liveEdges(demand.value);
  const roots = demand.value.order.filter((ref) => ref.startsWith(`${consumer.key}.`));
  const graph = productGraph(lineage, edges, roots.length > 0 ? roots : [`${consumer.key}.`]);
  if (!graph.ok) return graph;
  const rows = pushRows(demand.value, uses.rows);
  return ok({ consumer, uses, demand: demand.value, rows, edges, graph: graph.value, roots });
});

/** For each needed entity the entities it reads over live inputs. */
function liveEdges(demand: Demand): Map<string, readonly string[]> {
  const edges = new Map<string, readonly string[]>();
  for (const ref of demand.order) {
    const entities = (demand.entities.get(ref)?.liveInputs ?? []).filter(({ input }) => input.kind === 'entity');
    edges.set(ref, entities.length === 0 ? NONE : entities.map(({ input }) => input.ref));
  }
  return edges;
}

const NONE: readonly string[] = [];
