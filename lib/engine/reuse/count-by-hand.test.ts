import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnBytes } from '@/lib/catalog/column-bytes';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import { recordsOf } from '@/lib/model/records';
import { columnsOf } from '@/lib/sql/columns';
import { type Demand, demandOf } from '../__resolver__/demand';
import { drawFrom } from '../__resolver__/draw';
import { drawWorkspace } from '../__resolver__/draw-workspace';
import { findUses } from '../__resolver__/find-uses';
import { viewOf, type WorkspaceView } from '../__resolver__/view';
import { type AggregateProposal, proposeAggregates } from './propose-aggregates';

/**
 * What a proposal says it saves and covers, counted once more by plain recursion over the files and by the resolver's own
 * reading of who needs what. Somebody draws the same as the first consumer, so that there is something to share.
 */
const RUNS = Number(process.env.AGREEMENT_RUNS ?? 60);
const SEED = Number(process.env.AGREEMENT_SEED ?? 1);
const TWIN = 'cdp-twin';

test('bytes, runs and fields of every proposal are those a calculator by hand gets', { timeout: 600_000 }, () => {
  let proposals = 0;
  let withJoins = 0;
  const tape = fc.array(fc.nat(0xffff), { minLength: 1500, maxLength: 1500 });
  const property = fc.property(tape, (choices) => {
    const file = drawWorkspace(drawFrom(choices));
    const first = file.products.find(({ key }) => key.startsWith('cdp-'));
    const products = first ? [...file.products, { ...first, key: TWIN }] : file.products;
    const read = readWorkspace(JSON.stringify({ ...file, products, contracts: [] }), { format: 'json' });
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const view = viewOf(read.value);
    const consumers = read.value.products.filter(({ alignment }) => alignment === 'consumer');
    const demands = new Map(consumers.map((one) => [one.key, demandOf(view, one.key, findUses(one))]));
    const found = proposeAggregates(read.value, [...demands.keys()]);
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    proposals += found.value.length;
    withJoins += found.value.filter(({ joins }) => joins.length > 0).length;
    expect(found.value.flatMap((proposal) => whatIsWrong(view, demands, proposal))).toEqual([]);
  });
  fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: true });
  console.log(`${proposals} proposals, ${withJoins} of them joined`);
  expect(withJoins).toBeGreaterThan(RUNS / 8);
});

function whatIsWrong(
  view: WorkspaceView,
  demands: ReadonlyMap<string, Demand>,
  { name, entities, attributes, consumers, saves }: AggregateProposal,
): string[] {
  const own = consumers.flatMap((key) => demands.get(key) ?? []);
  const behind = new Set(attributes.flatMap((attribute) => [...columnsBehind(view, attribute, new Set())]));
  const bytes = [...behind].reduce((sum, column) => sum + weightOf(view, column), 0) * (consumers.length - 1);
  const unneeded = attributes.filter((attribute) => !own.some((demand) => isNeeded(demand, attribute)));
  const strangers = own.flatMap(({ consumer, entities: needed }) =>
    entities.filter((entity) => !needed.has(entity)).map((entity) => `${consumer} does not need ${entity}`),
  );
  const lacking = own
    .flatMap((demand) => readOf(view, demand, entities[0] ?? ''))
    .filter((one) => !attributes.includes(one));
  return [
    ...(saves.runs === consumers.length - 1 ? [] : [`${name}: ${saves.runs} runs`]),
    ...(saves.bytesScanned === bytes ? [] : [`${name}: ${saves.bytesScanned} bytes, by hand ${bytes}`]),
    ...unneeded.map((attribute) => `${name}: nobody needs ${attribute}`),
    ...strangers.map((words) => `${name}: ${words}`),
    ...lacking.map((attribute) => `${name}: lacks ${attribute}`),
  ];
}

function isNeeded({ entities }: Demand, attribute: string): boolean {
  const at = attribute.lastIndexOf('.');
  return entities.get(attribute.slice(0, at))?.attributes.has(attribute.slice(at + 1)) ?? false;
}

/** What the one entity that a consumer makes of this one, row by row, reads of it by name, where the consumer measures it. */
function readOf(view: WorkspaceView, { consumer, entities }: Demand, base: string): string[] {
  const model = view.products.get(consumer)?.model;
  const measured = new Set(model ? recordsOf(model, 'measure').map(({ entityId }) => entityId) : []);
  const made = [...entities.values()].filter(
    ({ view: own, live }) => own.product === consumer && live[0]?.ref === base,
  );
  const [only, ...others] = made;
  const [from] = only?.live ?? [];
  if (!only || !from || others.length > 0 || !measured.has(only.view.record.id)) return [];
  if (only.view.where !== null || only.view.groupBy.length > 0) return [];
  return [...only.attributes.keys()].flatMap((name) => {
    const tree = only.view.attributes.get(name) ?? null;
    const columns = tree === null ? [] : columnsOf(tree);
    return columns.flatMap((column) => (column.qualifier === from.as ? [`${base}.${column.name}`] : []));
  });
}

/** Source columns whose values reach a field, as `source.table.column`. */
function columnsBehind(view: WorkspaceView, attribute: string, above: ReadonlySet<string>): Set<string> {
  const at = attribute.lastIndexOf('.');
  const [ref, name] = [attribute.slice(0, at), attribute.slice(at + 1)];
  const entity = view.entities.get(ref);
  const tree = entity?.attributes.get(name) ?? null;
  if (!entity || tree === null || above.has(attribute)) return new Set();
  const below = new Set([...above, attribute]);
  return new Set(
    columnsOf(tree).flatMap((column): string[] => {
      if (column.qualifier === null) return [...columnsBehind(view, `${ref}.${column.name}`, below)];
      const input = entity.inputs.find(({ as }) => as === column.qualifier);
      if (!input) return [];
      const next = `${input.ref}.${column.name}`;
      return input.isTable ? [next] : [...columnsBehind(view, next, below)];
    }),
  );
}

function weightOf({ tables }: WorkspaceView, column: string): number {
  const at = column.lastIndexOf('.');
  const table = tables.get(column.slice(0, at))?.table;
  return table ? columnBytes(table, column.slice(at + 1)) : 0;
}
