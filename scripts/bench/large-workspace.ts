import type { Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { aMeasure, aMetric, aModel, anAttribute, anEntity, anExpectation } from '@/lib/model/factories';
import type { ModelRecord } from '@/lib/model/records';

export type Size = { products: number; attributes: number; levels: number };

/**
 * A workspace of any size from a seed: half sources, three tenths aggregates in levels, a fifth consumers. An aggregate
 * reads one product of the level before and, three times in ten, up to three more from anywhere below, joined on their
 * whole grain. About three names stand in every expression; a third of the joins hang on a single attribute, so that most
 * consumers do not need them. A consumer has two metrics over a few attributes and says how old it may be.
 */
export function largeWorkspace({ products, attributes, levels }: Size, seed = 1): WorkspaceSnapshot {
  const draw = drawer(seed);
  const each = Math.max(4, Math.round(attributes / products));
  const sources = Math.max(1, Math.round(products * 0.5));
  const consumers = Math.max(1, Math.round(products * 0.2));
  const aggregates = products - sources - consumers;
  const tiers: string[][] = [Array.from({ length: sources }, (_, at) => `src-${at}`)];
  const depth = Math.max(1, levels - 2);
  for (let tier = 0; tier < depth; tier++) {
    const from = Math.round((aggregates * tier) / depth);
    const to = Math.round((aggregates * (tier + 1)) / depth);
    tiers.push(Array.from({ length: to - from }, (_, at) => `agg-${from + at}`));
  }
  const filled = tiers.filter((tier) => tier.length > 0);
  const below: string[] = [];
  const made: Product[] = [];
  for (const [tier, keys] of filled.entries()) {
    const before = filled[tier - 1] ?? [];
    for (const [at, key] of keys.entries()) {
      if (tier === 0) made.push(aProduct(key, 'source', aSource(at, each)));
      else made.push(aProduct(key, 'aggregate', aModel(...entityRecords(draw, inputsFor(draw, before, below), each))));
    }
    below.push(...keys);
  }
  const last = filled.at(-1) ?? [];
  for (let at = 0; at < consumers; at++) {
    const records = entityRecords(draw, inputsFor(draw, last, below), each);
    const [one, other] = [3 + draw(each - 3), 3 + draw(each - 3)];
    const model = aModel(
      ...records,
      aMeasure({ name: 'm0', entityId: 'e', aggregation: 'sum', expression: `c${one}` }),
      aMeasure({ name: 'm1', entityId: 'e', aggregation: 'sum', expression: `c${other}`, filter: "c2 = 'a'" }),
      ...[0, 1].map((metric) =>
        aMetric({
          name: `metric_${at}_${metric}`,
          formula: { kind: 'simple', measureId: `measure:m${metric}` },
          timeAttributeId: 'e.c1',
          sliceIds: ['e.c2'],
        }),
      ),
      anExpectation({ rule: { rule: 'freshness', maxMinutes: 60 * (1 + draw(48)) } }),
    );
    made.push(aProduct(`cdp-${at}`, 'consumer', model));
  }
  return {
    workspace: { name: 'Large', currency: null, timezone: 'UTC', sloOwnShare: 0.2, locale: null },
    domains: [],
    teams: [{ key: 'team', name: 'Team', domain: null }],
    prices: null,
    sources: [
      {
        key: 'db',
        name: null,
        kind: null,
        tables: Array.from({ length: sources }, (_, at) => ({
          name: `t${at}`,
          rows: 1_000_000,
          bytes: each * 8_000_000,
          key: ['c0'],
          history: 'appends' as const,
          columns: Array.from({ length: each }, (_, column) => ({
            name: `c${column}`,
            type: typeOf(column),
            bytes: 8_000_000,
            nulls: 0,
            distinct: null,
            classification: null,
          })),
        })),
      },
    ],
    policies: [],
    products: made,
    contracts: [],
  };
}

/** A linear congruential generator: the same seed is the same workspace, on every machine. */
function drawer(seed: number): (bound: number) => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

function aProduct(key: string, alignment: Product['alignment'], model: Product['model']): Product {
  return {
    key,
    name: key,
    alignment,
    domain: null,
    owner: 'team',
    description: null,
    layer: null,
    status: 'published',
    build: alignment === 'consumer' ? { mode: 'virtual' } : { mode: 'scheduled', everyMinutes: 5, takesMinutes: 1 },
    promises: alignment === 'source' ? { freshnessMinutes: 10, availability: 0.999 } : {},
    ports: [],
    useCase: alignment === 'consumer' ? { decision: 'What next?', owner: 'team' } : null,
    goodFor: null,
    notFor: null,
    model,
  };
}

function typeOf(column: number) {
  return column === 0 || column === 2 ? 'string' : column === 1 ? 'timestamp' : 'decimal';
}

function aSource(at: number, each: number): Product['model'] {
  const records: ModelRecord[] = [
    anEntity({
      name: 'e',
      grain: ['e.c0'],
      derivation: { from: { table: `db.t${at}`, as: 'a' }, joins: [], where: null, groupBy: [] },
    }),
  ];
  for (let column = 0; column < each; column++)
    records.push(anAttribute({ entityId: 'e', name: `c${column}`, type: typeOf(column), expression: `a.c${column}` }));
  return aModel(...records);
}

function inputsFor(draw: (bound: number) => number, before: readonly string[], below: readonly string[]): string[] {
  const inputs = [before[draw(before.length)] ?? ''];
  const more = draw(10) < 3 ? 1 + draw(3) : 0;
  for (let at = 0; at < more; at++) inputs.push(below[draw(below.length)] ?? '');
  return [...new Set(inputs)].filter((key) => key !== '');
}

function entityRecords(draw: (bound: number) => number, inputs: readonly string[], each: number): ModelRecord[] {
  const aliases = inputs.map((_, at) => `i${at}`);
  const [first = '', ...rest] = inputs;
  const any = () => `${aliases[draw(aliases.length)]}.c${3 + draw(each - 3)}`;
  const expression = (column: number): string => {
    if (column < 3) return `i0.c${column}`;
    switch (draw(4)) {
      case 0:
        return any();
      case 1:
        return `${any()} + ${any()}`;
      case 2:
        return `coalesce(${any()}, i0.c${column}, ${any()}, 0)`;
      default:
        return `case when i0.c2 = 'a' then ${any()} + ${any()} else ${any()} - ${any()} end`;
    }
  };
  const joins = rest.map((key, at) => ({
    entity: `${key}.e`,
    as: `i${at + 1}`,
    type: draw(4) === 0 ? ('inner' as const) : ('left' as const),
    on: `i${at + 1}.c0 = i0.c0`,
  }));
  const where = draw(5) === 0 ? 'i0.c3 >= 0' : null;
  return [
    anEntity({
      name: 'e',
      grain: ['e.c0'],
      derivation: { from: { entity: `${first}.e`, as: 'i0' }, joins, where, groupBy: [] },
    }),
    ...Array.from({ length: each }, (_, column) =>
      anAttribute({ entityId: 'e', name: `c${column}`, type: typeOf(column), expression: expression(column) }),
    ),
  ];
}
