import { type Cursor, child, findingAt, itemsOf, textOf } from './cursor';
import type { Finding } from './finding';
import { splitReference } from './reference';

/** Who is made from whom, with the place that says so. */
type Graph = Map<string, Map<string, Cursor>>;

/**
 * A product may not stand upstream of itself. A loop of entities through several products is named by its entities, one
 * that only the products close (each over another entity) by the products. Loops inside one product are an issue of
 * its model. Explicit stacks, so that a chain of any length is read.
 */
export function findLoops(file: Cursor): Finding[] {
  const { entities, products } = readGraphs(file);
  const entityLoops = loopsIn(entities).filter((loop) => productsOf(loop).size > 1);
  const named = new Set(entityLoops.flatMap((loop) => [...productsOf(loop)]));
  const productLoops = loopsIn(products).filter((loop) => !loop.names.every((name) => named.has(name)));
  return [
    ...entityLoops.map(({ names, closedAt }) => findingAt(closedAt, { code: 'loop', between: 'entities', names })),
    ...productLoops.map(({ names, closedAt }) => findingAt(closedAt, { code: 'loop', between: 'products', names })),
  ];
}

/** The first name stands again at the end. */
type Loop = { names: string[]; closedAt: Cursor };

function productsOf(loop: Loop): Set<string> {
  return new Set(loop.names.map((name) => splitReference(name)?.owner ?? name));
}

function readGraphs(file: Cursor): { entities: Graph; products: Graph } {
  const entities: Graph = new Map();
  const products: Graph = new Map();
  for (const product of itemsOf(child(file, 'products'))) {
    const productKey = textOf(child(product, 'key'));
    for (const entity of itemsOf(child(child(product, 'model'), 'entities'))) {
      const entityKey = textOf(child(entity, 'key'));
      for (const input of [child(entity, 'from'), ...itemsOf(child(entity, 'joins'))]) {
        const place = child(input, 'entity');
        const reference = textOf(place);
        const upstream = reference === null ? null : splitReference(reference);
        if (productKey === null || entityKey === null || reference === null || upstream === null) continue;
        connect(entities, [`${productKey}.${entityKey}`, reference], place);
        if (upstream.owner !== productKey) connect(products, [productKey, upstream.owner], place);
      }
    }
  }
  return { entities, products };
}

function connect(graph: Graph, [from, to]: readonly [string, string], place: Cursor): void {
  const edges = graph.get(from) ?? new Map<string, Cursor>();
  if (!edges.has(to)) edges.set(to, place);
  graph.set(from, edges);
}

/** At least one loop of every tangle; loops that share an end with one already found are left out. */
function loopsIn(graph: Graph): Loop[] {
  const loops: Loop[] = [];
  const done = new Set<string>();
  const inLoop = new Set<string>();
  for (const start of graph.keys()) {
    if (done.has(start)) continue;
    const path: string[] = [start];
    const depthOf = new Map([[start, 0]]);
    const pending = [edgesOf(graph, start)];
    while (pending.length > 0) {
      const here = path[path.length - 1] ?? start;
      const next = pending[pending.length - 1]?.next();
      if (!next || next.done) {
        pending.pop();
        path.pop();
        depthOf.delete(here);
        done.add(here);
        continue;
      }
      const [to, closedAt] = next.value;
      const depth = depthOf.get(to);
      if (depth === undefined && !done.has(to)) {
        depthOf.set(to, path.length);
        path.push(to);
        pending.push(edgesOf(graph, to));
      } else if (depth !== undefined && !inLoop.has(here) && !inLoop.has(to)) {
        const names = path.slice(depth);
        for (const name of names) inLoop.add(name);
        loops.push({ names: [...names, to], closedAt });
      }
    }
  }
  return loops;
}

function edgesOf(graph: Graph, from: string): Iterator<[string, Cursor]> {
  return (graph.get(from) ?? new Map<string, Cursor>()).entries();
}
