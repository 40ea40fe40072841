import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import { drawFrom } from '../__resolver__/draw';
import { drawWorkspace } from '../__resolver__/draw-workspace';
import { compileLineage } from '../lineage/compile-lineage';
import type { CompiledProduct, Lineage } from '../lineage/lineage';
import { planConsumer } from '../push/consumer-demand';
import { planPush } from '../push/plan-push';
import { type AttributeGraph, compileAttributeGraph } from './attribute-graph';
import { needWalk } from './need-walk';
import { seedsOf } from './seeds-of';
import { countNeeds, type NeedCounts, type Seeds } from './sweep-needs';

const tape = fc.array(fc.nat(0xffff), { minLength: 1500, maxLength: 1500 });
const RUNS = Number(process.env.AGREEMENT_RUNS ?? 150);

type Drawn = { lineage: Lineage; consumers: CompiledProduct[]; graph: AttributeGraph; seeds: Seeds[] };

function everywhere(check: (drawn: Drawn) => void): void {
  let checked = 0;
  const property = fc.property(tape, (drawn) => {
    const read = readWorkspace(JSON.stringify(drawWorkspace(drawFrom(drawn))), { format: 'json' });
    if (!read.ok) return;
    const lineage = compileLineage(read.value);
    const consumers = read.value.products.flatMap((product) => {
      const compiled = product.alignment === 'consumer' ? lineage.product(product.key) : null;
      return compiled ? [compiled] : [];
    });
    const roots = consumers.flatMap(({ entities }) => [...entities.values()].map(({ ref }) => ref));
    const graph = compileAttributeGraph(lineage, roots);
    if (!graph.ok) throw new Error(JSON.stringify(graph.error));
    check({ lineage, consumers, graph: graph.value, seeds: consumers.map((one) => seedsOf(graph.value, one)) });
    checked += 1;
  });
  fc.assert(property, { numRuns: RUNS, seed: 11, endOnFailure: true });
  expect(checked).toBeGreaterThan(RUNS / 2);
}

/**
 * `product.entity.attribute` with its role, and `source.table.column`, of everything counted outside the consumer. A column
 * that an expression names and its table does not have is no part of a scope.
 */
function named({ graph, lineage }: Drawn, counts: NeedCounts, consumer: string): string[] {
  const attributes = [...graph.entities].flatMap(([ref, { full }]) =>
    ref.startsWith(`${consumer}.`)
      ? []
      : [...full].flatMap(([name, id]) =>
          counts.needed[id] ? [`${ref}.${name} ${counts.direct[id] ? 'direct' : 'indirect'}`] : [],
        ),
  );
  const columns = [...graph.tables].flatMap(([ref, nodes]) =>
    (lineage.table(ref)?.table.columns ?? []).flatMap(({ name }) =>
      counts.needed[nodes.columns.get(name) ?? -1] ? [`${ref}.${name}`] : [],
    ),
  );
  return [...attributes, ...columns].sort();
}

/** The same, from the plan; a wish is asked where it would be provided and stands in no lineage. */
function planned({ lineage }: Drawn, consumer: CompiledProduct): string[] {
  const plan = planPush(lineage.snapshot, [consumer.key]);
  const demand = planConsumer(lineage, consumer);
  if (!plan.ok || !demand.ok) throw new Error('refused');
  const { entities, gaps } = demand.value.demand;
  const attributes = plan.value.requirements.flatMap(({ product, target, kind, role }) => {
    const [entity = '', name = ''] = target?.split('.') ?? [];
    const isWish = gaps.some((gap) => gap.product === product && gap.entity === entity && gap.attribute === name);
    const needed = entities.get(`${product}.${entity}`)?.attributes.get(name);
    if (kind !== 'attribute' || (isWish && !needed)) return [];
    return [`${product}.${target} ${isWish ? (needed?.direct === 0n ? 'indirect' : 'direct') : role}`];
  });
  const columns = plan.value.scopes.flatMap((scope) =>
    scope.columns.map((column) => `${scope.source}.${scope.table}.${column}`),
  );
  return [...attributes, ...columns].sort();
}

function nothing(graph: AttributeGraph): NeedCounts {
  return { needed: new Uint32Array(graph.size), direct: new Uint32Array(graph.size) };
}

test('the sweep needs of each consumer what its plan asks for, with the same roles, down to the columns', () => {
  everywhere((drawn) => {
    for (const [at, consumer] of drawn.consumers.entries()) {
      const counts = countNeeds(drawn.graph, drawn.seeds.slice(at, at + 1));
      const found = named(drawn, counts, consumer.key);
      expect(found).toEqual(planned(drawn, consumer));
    }
  });
}, 600_000);

test('all consumers at once are counted as one after the other', () => {
  everywhere(({ graph, seeds }) => {
    const many = Array.from({ length: 40 }, (_, at) => seeds[at % seeds.length] ?? []);
    const counted = nothing(graph);
    const walk = needWalk(graph);
    for (const one of many) walk(counted, one, 1);
    expect(countNeeds(graph, many)).toEqual(counted);
    for (const one of many) walk(counted, one, -1);
    expect(counted).toEqual(nothing(graph));
  });
}, 600_000);

test('ids ascend along every edge', () => {
  everywhere(({ graph: { size, offsets, targets } }) => {
    for (let id = 0; id < size; id++)
      for (let edge = offsets[id] ?? 0; edge < (offsets[id + 1] ?? 0); edge++)
        expect(targets[edge]).toBeGreaterThan(id);
  });
}, 600_000);
