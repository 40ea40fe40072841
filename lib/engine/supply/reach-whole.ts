import { ok, type Result } from '@/lib/base/result';
import { entityReads, type InputColumn } from '../lineage/entity-reads';
import type { CompiledEntity, Lineage } from '../lineage/lineage';
import { type LineageLoop, orderUpstream } from '../lineage/order-upstream';
import { type EntityEdges, type ProductGraph, productGraph } from '../lineage/product-graph';

/** What products stand on: entities, each after everything that reads it, who reads whom, and the same by product. */
export type WholeReach = { order: string[]; edges: EntityEdges; graph: ProductGraph };

/**
 * What whole products stand on, although nobody needs them: everything they offer is taken as needed, and upstream what
 * that reads and no more. Left joins that cannot change the rows and from which nothing is read are dropped, as in a plan.
 */
export function reachWhole(lineage: Lineage, products: readonly string[]): Result<WholeReach, LineageLoop> {
  const reached = new Map<string, Set<string>>();
  for (const key of products)
    for (const { ref, names } of lineage.product(key)?.entities.values() ?? []) reached.set(ref, new Set(names));
  const roots = [...reached.keys()];
  const ordered = orderUpstream(lineage, roots);
  if (!ordered.ok) return ordered;
  const order: string[] = [];
  const edges = new Map<string, string[]>();
  for (const ref of ordered.value) {
    const names = reached.get(ref);
    if (!names) continue;
    order.push(ref);
    edges.set(ref, []);
    const entity = lineage.entity(ref);
    for (const [input, columns] of entity ? readInputs(entity, names) : []) {
      edges.get(ref)?.push(input);
      const known = reached.get(input) ?? new Set<string>();
      for (const column of columns) known.add(column);
      reached.set(input, known);
    }
  }
  const graph = productGraph(lineage, edges, roots);
  return graph.ok ? ok({ order, edges, graph: graph.value }) : graph;
}

/** The entities that the named attributes and the rows are made from, each with the names that are read there. */
function readInputs(entity: CompiledEntity, names: Set<string>): Map<string, Set<string>> {
  const inputs = entity.derivation?.inputs ?? [];
  const { rows, attributes, on } = entityReads(entity);
  const own = [...entity.grain, ...rows.flatMap((row) => row.own)];
  for (const name of own) names.add(name);
  const columns: InputColumn[] = rows.flatMap((row) => row.columns);
  for (const name of names) {
    const reads = attributes[entity.attributes.get(name)?.at ?? -1];
    for (const one of reads?.own ?? []) names.add(one);
    columns.push(...(reads?.columns ?? []));
  }
  const live = new Set([...inputs.keys()].filter((at) => !inputs[at]?.droppable));
  for (const { at } of columns) live.add(at);
  for (const at of live)
    for (const one of on[at] ?? []) {
      columns.push(one);
      live.add(one.at);
    }
  const read = new Map<string, Set<string>>();
  for (const at of live) {
    const input = inputs[at];
    if (input?.kind === 'entity') read.set(input.ref, read.get(input.ref) ?? new Set());
  }
  for (const { at, name } of columns) {
    const input = inputs[at];
    if (input?.kind === 'entity') read.get(input.ref)?.add(name);
  }
  return read;
}
