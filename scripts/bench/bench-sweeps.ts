import { MultiDirectedGraph } from 'graphology';
import { compileLineage } from '@/lib/engine/lineage/compile-lineage';
import { type AttributeGraph, compileAttributeGraph } from '@/lib/engine/sweep/attribute-graph';
import { needWalk } from '@/lib/engine/sweep/need-walk';
import { seedsOf } from '@/lib/engine/sweep/seeds-of';
import { countNeeds, type Seeds, sweepBits } from '@/lib/engine/sweep/sweep-needs';
import { largeWorkspace, type Size } from './large-workspace';
import { inMs, printTable, type Spread, spread, timed } from './measure';

/**
 * The full demand sweep: who is needed, by whom and whether for its value, over every edge. Bare is the least any program
 * can do with the same arrays: one pass that carries one number along every edge. The library holds the same nodes and
 * edges and is asked for the neighbours of each node in the same order, carrying the same bits.
 */
export function benchSweeps(sizes: readonly Size[]): void {
  const rows = [
    [
      'products',
      'ids',
      'edges',
      'compile',
      'sweep',
      'p95',
      'ns/edge',
      'bare',
      'x bare',
      'graphology',
      'x faster',
      'count all',
      'one edit',
      'p95',
      'MB',
    ],
  ];
  for (const size of sizes) rows.push(benchSweep(size));
  printTable('Full demand sweep (milliseconds of processor time)', rows);
}

function benchSweep(size: Size): string[] {
  const snapshot = largeWorkspace(size);
  const lineage = compileLineage(snapshot);
  const consumers = snapshot.products
    .filter(({ alignment }) => alignment === 'consumer')
    .flatMap(({ key }) => lineage.product(key) ?? []);
  // Everything is a root: the whole workspace is swept, whether a consumer reaches it or not.
  const roots = snapshot.products.map(({ key }) => `${key}.e`);
  const compiled = timed(() => compileAttributeGraph(lineage, roots));
  if (!compiled.result.ok) throw new Error('a drawn workspace has no loop');
  const graph = compiled.result.value;
  const seeds = consumers.map((consumer) => seedsOf(graph, consumer));
  // Every attribute of every consumer, as the bare sweep does: no edge is skipped because nobody needs it.
  const everything = [allOf(graph)];
  const bits = { needed: new Uint32Array(graph.size), direct: new Uint32Array(graph.size) };
  const swept = spread(() => {
    bits.needed.fill(0);
    bits.direct.fill(0);
    sweepBits(graph, everything, bits);
  }, 50);
  const bare = spread(() => bareSweep(graph), 50);
  const library = librarySweep(graph);
  const counted = spread(() => countNeeds(graph, seeds), 10);
  const edited = incremental(graph, seeds);
  const edges = graph.targets.length;
  return [
    size.products,
    graph.size,
    edges,
    inMs(compiled.ms),
    inMs(swept.median),
    inMs(swept.p95),
    ((swept.median * 1e6) / edges).toFixed(1),
    inMs(bare.median),
    (swept.median / bare.median).toFixed(2),
    inMs(library.median),
    (library.median / swept.median).toFixed(0),
    inMs(counted.median),
    inMs(edited.median),
    inMs(edited.p95),
    (process.memoryUsage().rss / 1e6).toFixed(0),
  ].map(String);
}

function allOf(graph: AttributeGraph): Seeds {
  return [...graph.entities.values()].flatMap(({ asked }) => [...asked.values()].map((id) => ({ id, direct: true })));
}

const values = new WeakMap<AttributeGraph, Float64Array>();

function bareSweep(graph: AttributeGraph): void {
  const { size, offsets, targets } = graph;
  const required = values.get(graph) ?? new Float64Array(size);
  values.set(graph, required);
  required.fill(1440);
  for (let id = 0; id < size; id++) {
    const own = (required[id] ?? 0) - 1;
    for (let edge = offsets[id] ?? 0, end = offsets[id + 1] ?? 0; edge < end; edge++) {
      const to = targets[edge] ?? 0;
      if (own < (required[to] ?? 0)) required[to] = own;
    }
  }
}

type Mark = { needed: number; direct: number };

function librarySweep({ size, offsets, targets, direct }: AttributeGraph): Spread {
  const library = new MultiDirectedGraph<Mark, { direct: boolean }>();
  for (let id = 0; id < size; id++) library.addNode(id, { needed: 0, direct: 0 });
  for (let id = 0; id < size; id++)
    for (let edge = offsets[id] ?? 0; edge < (offsets[id + 1] ?? 0); edge++)
      library.addDirectedEdge(id, targets[edge] ?? 0, { direct: direct[edge] === 1 });
  return spread(() => {
    library.forEachNode((_, mark) => {
      mark.needed = 1;
      mark.direct = 1;
    });
    library.forEachNode((node, from) => {
      library.forEachOutEdge(node, (_edge, kind, _source, _target, _from, to) => {
        to.needed |= from.needed;
        if (kind.direct) to.direct |= from.direct;
      });
    });
  }, 5);
}

/**
 * One consumer at a time changes what it uses: what it needed is taken out of the counts, and what it needs now is put in.
 * Every other edit of a consumer drops one of its uses, and the next takes it back.
 */
function incremental(graph: AttributeGraph, seeds: readonly Seeds[]): Spread {
  const walk = needWalk(graph);
  const counts = countNeeds(graph, seeds);
  const now = [...seeds];
  return spread((run) => {
    const at = (run * 7919) % seeds.length;
    const whole = seeds[at] ?? [];
    const before = now[at] ?? [];
    const after = before === whole ? whole.slice(1) : whole;
    walk(counts, before, -1);
    walk(counts, after, 1);
    now[at] = after;
  }, 1000);
}
