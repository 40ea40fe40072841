import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import {
  Aggregation,
  AttributeRole,
  AttributeType,
  Cardinality,
  Classification,
  type ModelDocument,
  type ModelRecord,
  TimeGrain,
} from '@/lib/model/records';
import { type ExpectationRule, PERIODS } from '@/lib/model/rule';
import { RecordKey } from './file/file-schema-base';
import { readBackup, readWorkspace } from './read-workspace';
import {
  Alignment,
  type Build,
  type Product,
  ProductStatus,
  type Source,
  type UseCase,
  WorkspaceSnapshot,
} from './snapshot';
import type { Layout } from './workspace-backup';
import { findUnwritable, writeBackup, writeWorkspace } from './write-workspace';

/*
 * Most of this file draws random workspaces in which every field of every record occurs; it is long because they have
 * many, and it stays in one piece because only these tests draw them.
 */
const NAUGHTY = [
  'no yes on off y n true false null ~ nan Infinity .inf 1 0 -1 007 0x1F 0o17 0b1 1e3 1_000 2026-12-15'.split(' '),
  'status größe # - ? {a [a "q" \' @x %x *a &b !c | > ` = << constructor toString model entity 名 😀 \\'.split(' '),
  [
    'a:b',
    'a:b:c',
    'b',
    ':',
    '::2',
    'a: b',
    'a%3ab',
    'order date',
    '# x',
    '- a',
    '? a',
    'a, b',
    "it's",
    '!!js/function x',
    'a #b',
  ],
].flat();
const TEXTS = [
  ...NAUGHTY,
  ...['', ' ', ' a ', 'a\nb', 'a\r\nb', '\ta', 'a: b', ': a', 'a:', '12:30', '\u0085', '\u2028', '\ufeff', '\u0001'],
  ...['---', '...', 'a.b', '__proto__', 'x'.repeat(300), 'word '.repeat(60).trim()],
];
const name = fc
  .oneof(fc.constantFrom(...NAUGHTY), fc.string({ unit: 'grapheme', maxLength: 12 }))
  .filter((text) => RecordKey.safeParse(text).success);
const text = fc
  .oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'grapheme', maxLength: 20 }))
  .map((value) => value.replaceAll('\0', '0'));
const texts = fc.array(text, { maxLength: 3 });
const key = fc.oneof(
  fc.constantFrom('a', 'no', '1', '007', '2026-12-15', 'null', 'x_y', '_', 'src-a', 'agg-b', 'cdp-c', 'true'),
  fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_-]{0,8}$/),
);
const ratio = fc.double({ min: 0, max: 1, noNaN: true }).map(oneZero);
const amount = fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e12, noNaN: true })).map(oneZero);
const decimal = fc.double({ noNaN: true, noDefaultInfinity: true }).map(oneZero);
const days = fc.integer({ min: 1, max: 5000 });
const scalar = fc.oneof(text, decimal, fc.boolean());

/** A file knows one zero. */
function oneZero(value: number): number {
  return value === 0 ? 0 : value;
}

type Tools = ReturnType<typeof toolsFor>;
type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T;

function toolsFor(draw: Draw) {
  return {
    draw,
    maybe: <T>(arbitrary: fc.Arbitrary<T>): T | null => draw(fc.option(arbitrary)),
    either: <T>(...values: readonly T[]): T => draw(fc.constantFrom(...values)),
    some: <T>(list: readonly T[]): T[] => draw(fc.shuffledSubarray([...list])),
    one: <T>(list: readonly T[]): T | null => (list.length === 0 ? null : draw(fc.constantFrom(...list))),
    names: (max: number): string[] => draw(fc.uniqueArray(name, { maxLength: max })),
    keys: (max: number): string[] => draw(fc.uniqueArray(key, { maxLength: max })),
  };
}

function someSource(t: Tools, sourceKey: string): Source {
  const tables = t.names(2).map((tableName) => {
    const columns = t.names(4).map((columnName) => ({
      name: columnName,
      type: t.either(...AttributeType.options),
      bytes: t.maybe(amount),
      nulls: t.draw(fc.nat()),
      distinct: t.maybe(fc.nat()),
      classification: t.maybe(fc.constantFrom(...Classification.options)),
    }));
    const history = t.either('overwrites' as const, 'appends' as const);
    const tableKey = t.some(columns.map((column) => column.name));
    return { name: tableName, rows: t.draw(fc.nat()), bytes: t.draw(amount), key: tableKey, history, columns };
  });
  return { key: sourceKey, name: t.maybe(text), kind: t.maybe(text), tables };
}

type Upstream = { tables: string[]; entities: string[] };

function someModel(
  t: Tools,
  productKey: string,
  upstream: Upstream,
  teams: string[],
  products: string[],
): ModelDocument {
  let count = 0;
  const newId = () => `r${count++}`;
  const records: ModelRecord[] = [];
  const entities = t.names(3).map((entityName) => ({ id: newId(), name: entityName }));
  const attributes = entities.flatMap((entity) =>
    t.names(4).map((attributeName, order) => ({ id: newId(), order, entityId: entity.id, name: attributeName })),
  );
  const ownAttributes = (entityId: string) => attributes.filter((a) => a.entityId === entityId).map((a) => a.id);
  const attributeIds = attributes.map((attribute) => attribute.id);
  const inputs = [
    ...upstream.tables.map((table) => ({ table })),
    ...[...upstream.entities, ...entities.map((entity) => `${productKey}.${entity.name}`)].map((entity) => ({
      entity,
    })),
  ];
  const alias = () => t.draw(text.filter((value) => value !== ''));
  const derivation = (entityId: string) => {
    const from = t.one(inputs);
    if (from === null || t.draw(fc.boolean())) return null;
    const joins = t
      .some(inputs)
      .slice(0, 2)
      .map((input) => {
        return { ...input, as: alias(), type: t.either('inner' as const, 'left' as const), on: t.draw(text) };
      });
    return { from: { ...from, as: alias() }, joins, where: t.maybe(text), groupBy: t.some(ownAttributes(entityId)) };
  };
  entities.forEach(({ id, name: entityName }, order) => {
    const words = { label: t.maybe(text), description: t.maybe(text), synonyms: t.draw(texts) };
    const grain = t.some(ownAttributes(id));
    records.push({ kind: 'entity', id, order, name: entityName, ...words, grain, derivation: derivation(id) });
  });
  for (const attribute of attributes) {
    records.push({
      kind: 'attribute',
      ...attribute,
      label: t.maybe(text),
      description: t.maybe(text),
      synonyms: t.draw(texts),
      type: t.either(...AttributeType.options),
      role: t.either(...AttributeRole.options),
      unit: t.maybe(text),
      classification: t.maybe(fc.constantFrom(...Classification.options)),
      nullable: t.draw(fc.boolean()),
      expression: t.maybe(text),
    });
  }
  if (entities.length > 0) {
    const entityId = () => t.either(...entities.map((entity) => entity.id));
    const end = () => {
      const id = entityId();
      return { entityId: id, attributeIds: t.some(ownAttributes(id)) };
    };
    t.names(2).forEach((relationshipName, order) => {
      const words = { label: t.maybe(text), role: t.maybe(text), optional: t.draw(fc.boolean()) };
      const cardinality = t.maybe(fc.constantFrom(...Cardinality.options));
      records.push({
        kind: 'relationship',
        id: newId(),
        order,
        name: relationshipName,
        ...words,
        from: end(),
        to: end(),
        cardinality,
      });
    });
    t.names(2).forEach((segmentName, order) => {
      const words = { label: t.maybe(text), filter: t.draw(text) };
      records.push({ kind: 'segment', id: newId(), order, name: segmentName, entityId: entityId(), ...words });
    });
    const segmentIds = idsOf(records, 'segment');
    t.names(3).forEach((measureName, order) => {
      records.push({
        kind: 'measure',
        id: newId(),
        order,
        entityId: entityId(),
        name: measureName,
        label: t.maybe(text),
        aggregation: t.either(...Aggregation.options),
        expression: t.maybe(text),
        percentile: t.maybe(fc.constantFrom(0.5, 0.95)),
        filter: t.maybe(text),
        segmentIds: t.some(segmentIds),
        behaviour: t.either('flow' as const, 'stock' as const, 'unit' as const),
        unit: t.maybe(text),
        emptyAs: t.maybe(decimal),
      });
    });
  }
  const measureIds = idsOf(records, 'measure');
  const metrics = t.names(4).map((metricName) => ({ id: newId(), name: metricName }));
  const metricIds = metrics.map((metric) => metric.id);
  const window = () =>
    t.maybe(
      fc.oneof(
        days.map((n) => ({ days: n })),
        days.map((n) => ({ months: n })),
        fc.constant({ all: true as const }),
      ),
    );
  const formulas = [
    () => ({ kind: 'simple' as const, measureId: t.one(measureIds) }),
    () => ({ kind: 'ratio' as const, numeratorId: t.one(metricIds), denominatorId: t.one(metricIds) }),
    () => ({ kind: 'derived' as const, formula: t.draw(text) }),
    () => ({
      kind: 'cumulative' as const,
      measureId: t.one(measureIds),
      window: window(),
      toDate: t.maybe(fc.constantFrom('month' as const, 'quarter' as const, 'year' as const)),
    }),
    () => ({
      kind: 'change' as const,
      metricId: t.one(metricIds),
      offset: t.either({ days: 7 }, { months: 1 }, { years: 1 }),
    }),
  ];
  metrics.forEach(({ id, name: metricName }, order) => {
    records.push({
      kind: 'metric',
      id,
      order,
      name: metricName,
      label: t.maybe(text),
      definition: t.maybe(text),
      formula: t.either(...formulas)(),
      timeAttributeId: t.one(attributeIds),
      grain: t.maybe(fc.constantFrom(...TimeGrain.options)),
      sliceIds: t.some(attributeIds),
      segmentIds: t.some(idsOf(records, 'segment')),
      filter: t.maybe(text),
      direction: t.maybe(fc.constantFrom('up' as const, 'down' as const)),
      target: t.maybe(decimal),
      unit: t.maybe(text),
      owner: t.one(teams),
    });
  });
  for (let order = 0; metricIds.length > 0 && order < t.draw(fc.nat({ max: 4 })); order++) {
    records.push({
      kind: 'driver',
      id: newId(),
      order,
      fromId: t.either(...metricIds),
      driver: t.either('component' as const, 'segment' as const, 'influence' as const),
      toId: t.one([...metricIds, null]),
      byId: t.one([...attributeIds, null]),
      sign: t.maybe(fc.constantFrom('plus' as const, 'minus' as const)),
      note: t.maybe(text),
      identity: t.draw(fc.boolean()),
    });
  }
  const targets = [null, ...records.filter((r) => r.kind !== 'driver' && r.kind !== 'expectation').map((r) => r.id)];
  const some = t.draw(fc.nat({ max: 4 }));
  for (let order = 0; order < some; order++) {
    records.push({
      kind: 'expectation',
      id: newId(),
      order,
      onId: t.either(...targets),
      rule: someRule(t, { attributeIds, measureIds, metricIds, products }),
      enforcement: t.either('audit' as const, 'check' as const),
      origin: t.either('stated' as const, 'estimated' as const, 'policy' as const),
      words: t.maybe(text),
    });
  }
  return { schemaVersion: 1, records: Object.fromEntries(records.map((record) => [record.id, record])) };
}

function idsOf(records: readonly ModelRecord[], kind: ModelRecord['kind']): string[] {
  return records.filter((record) => record.kind === kind).map((record) => record.id);
}

type Referable = { attributeIds: string[]; measureIds: string[]; metricIds: string[]; products: string[] };

function someRule(t: Tools, { attributeIds, measureIds, metricIds, products }: Referable): ExpectationRule {
  const when = t.draw(fc.option(text, { nil: undefined }));
  const maybeWhen = when === undefined ? {} : { when };
  const min = t.draw(ratio);
  const rules: ExpectationRule[] = [
    { rule: 'not-null', ...maybeWhen },
    { rule: 'unique' },
    { rule: 'in-set', values: t.draw(fc.array(scalar, { minLength: 1, maxLength: 4 })) },
    { rule: 'range', min: t.draw(scalar), max: t.draw(scalar) },
    { rule: 'pattern', regex: t.draw(text) },
    { rule: 'holds', condition: t.draw(text), min },
    { rule: 'completeness', of: 'values', min, ...maybeWhen },
    { rule: 'reference', maxOrphans: min },
    { rule: 'volume', min: t.draw(amount), per: t.either(...PERIODS) },
    { rule: 'freshness', maxMinutes: t.draw(amount) },
    {
      rule: 'deadline',
      at: '06:00',
      timezone: t.either('UTC', '-03:00', 'Europe/Berlin'),
      dayOffset: t.draw(fc.integer({ min: -3, max: 3 })),
    },
    { rule: 'availability', min },
    { rule: 'history', days: t.draw(days) },
    { rule: 'delivery', mode: t.either('batch' as const, 'stream' as const, 'api' as const, 'sql' as const) },
  ];
  const attributes = t.some(attributeIds);
  const weight = t.one(measureIds);
  const [left, right, product] = [t.one(metricIds), t.one(metricIds), t.one(products)];
  if (attributes.length > 0) rules.push({ rule: 'unique', attributes });
  if (weight !== null) rules.push({ rule: 'completeness', min, weight });
  if (left !== null && right !== null) rules.push({ rule: 'reconcile', left, right, within: min });
  if (product !== null) rules.push({ rule: 'delivery', mode: 'sql', product });
  return t.either(...rules);
}

function someSnapshot(draw: Draw): WorkspaceSnapshot {
  const t = toolsFor(draw);
  const domains = t.keys(3).map((domainKey) => ({ key: domainKey, name: t.draw(text) }));
  const domainKeys = domains.map((domain) => domain.key);
  const teams = t
    .keys(3)
    .map((teamKey) => ({ key: teamKey, name: t.draw(text), domain: t.one([...domainKeys, null]) }));
  const teamKeys = teams.map((team) => team.key);
  const sources = t.keys(2).map((sourceKey) => someSource(t, sourceKey));
  const upstream: Upstream = {
    tables: sources.flatMap((source) => source.tables.map((table) => `${source.key}.${table.name}`)),
    entities: [],
  };
  const productKeys = t.keys(3);
  const products = productKeys.map((productKey): Product => {
    const model = someModel(t, productKey, upstream, teamKeys, productKeys);
    for (const record of Object.values(model.records)) {
      if (record.kind === 'entity') upstream.entities.push(`${productKey}.${record.name}`);
    }
    return { ...someProduct(t, productKey, domainKeys, teamKeys), model };
  });
  const policies = t.keys(2).map((policyKey) => ({
    key: policyKey,
    applies: {
      ...(t.draw(fc.boolean()) ? { alignment: t.some(Alignment.options), product: t.some(productKeys) } : {}),
    },
    requires: [{ rule: 'owner' as const }, { rule: 'history-max' as const, days: t.draw(days) }],
  }));
  const workspace = {
    name: t.draw(text),
    currency: t.maybe(text),
    timezone: t.either('UTC', '+05:30', 'America/Sao_Paulo'),
    sloOwnShare: t.draw(ratio),
    locale: t.maybe(text),
  };
  const prices = t.maybe(fc.constantFrom({}, { copies: 3 }, { storagePerGbMonth: 0.023, egressPerGb: 0 }));
  const contracts = products.slice(1).map((product, index) => ({
    consumer: product.key,
    product: products[index]?.key ?? product.key,
    port: t.one([...(products[index]?.ports ?? []).map((port) => port.key), null]),
    version: t.either('1.0.0', '0.3.1'),
    noticeDays: t.maybe(days),
  }));
  return { workspace, domains, teams, prices, sources, policies, products, contracts };
}

function someProduct(t: Tools, productKey: string, domains: string[], teams: string[]): Omit<Product, 'model'> {
  const builds: Build[] = [
    { mode: 'virtual' },
    { mode: 'scheduled', everyMinutes: t.draw(amount), takesMinutes: t.draw(amount) },
    { mode: 'streaming', takesMinutes: 0 },
  ];
  const useCase: UseCase = { decision: t.draw(text), questions: t.draw(texts), neededBy: '2026-12-15' };
  return {
    key: productKey,
    name: t.draw(text),
    alignment: t.either(...Alignment.options),
    domain: t.one([...domains, null]),
    owner: t.one([...teams, null]),
    description: t.maybe(text),
    layer: t.maybe(text),
    status: t.either(...ProductStatus.options),
    build: t.either(...builds),
    promises: t.either({}, { freshnessMinutes: t.draw(amount), deadline: '06:30', availability: t.draw(ratio) }),
    ports: t.keys(2).map((portKey) => ({ key: portKey, mode: t.either('batch' as const, 'sql' as const) })),
    useCase: t.either<UseCase | null>(null, {}, useCase),
    goodFor: t.maybe(text),
    notFor: t.maybe(text),
  };
}

/** The snapshot as a file gives it back: with the ids that names make. */
function throughFile(snapshot: WorkspaceSnapshot): WorkspaceSnapshot {
  const read = readWorkspace(writeWorkspace(snapshot));
  expect(read.ok ? [] : read.error.map((problem) => problem.words)).toEqual([]);
  if (!read.ok) throw new Error('unreachable');
  return read.value;
}

/** Without shrinking: of a whole workspace it takes longer than reading the seed's counterexample. */
const RUNS = { numRuns: 50, endOnFailure: true };

test('a workspace survives its file, and the second file is the first', () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const first = throughFile(someSnapshot((arbitrary) => g(() => arbitrary)));
      const file = writeWorkspace(first);
      const second = throughFile(first);
      expect(second).toEqual(first);
      expect(writeWorkspace(second)).toBe(file);
    }),
    RUNS,
  );
}, 60_000);

test('a full backup gives every record its own id back, and every canvas its places', () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const draw: Draw = (arbitrary) => g(() => arbitrary);
      const snapshot = someSnapshot(draw);
      const layouts = Object.fromEntries(snapshot.products.map((product) => [product.key, someLayout(draw, product)]));
      const backup = { snapshot, layouts, blocks: { people: [{ key: 'no', name: '1' }], versions: {} } };
      const file = writeBackup(backup);
      const read = readBackup(file);
      expect(read).toEqual({ ok: true, value: backup });
      if (read.ok) expect(writeBackup(read.value)).toBe(file);
    }),
    RUNS,
  );
}, 60_000);

function someLayout(draw: Draw, { model }: Product): Layout {
  const ids = Object.keys(model.records);
  const placed = draw(fc.subarray(ids)).map((id): [string, { x: number; y: number }] => [
    id,
    { x: draw(decimal), y: 1 },
  ]);
  const hidden = draw(fc.subarray(ids));
  const box = { x: -3.5, y: draw(fc.nat(1e6)), width: 10, height: 1.5 };
  const views = ids.slice(0, 2).map((id, index) => ({ name: `Without ${index}`, box, hidden: [id] }));
  const areas = ids
    .slice(0, 2)
    .map((id, index) => [`a${index}`, { name: `Ours: ${index}`, color: 'rose', members: [id], isFolded: index === 1 }]);
  return {
    positions: Object.fromEntries(placed),
    pinned: draw(fc.subarray(ids)),
    hidden,
    views,
    areas: Object.fromEntries(areas),
  };
}

test('the JSON form says the same', () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const snapshot = throughFile(someSnapshot((arbitrary) => g(() => arbitrary)));
      const json = writeWorkspace(snapshot, { format: 'json' });
      expect(readWorkspace(json)).toEqual({ ok: true, value: snapshot });
      expect(load(writeWorkspace(snapshot))).toEqual(JSON.parse(json));
    }),
    RUNS,
  );
}, 60_000);

test('every random workspace of these tests is one the schema knows', () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const snapshot = someSnapshot((arbitrary) => g(() => arbitrary));
      expect(WorkspaceSnapshot.safeParse(snapshot).error?.issues).toBeUndefined();
      expect(findUnwritable(snapshot)).toEqual([]);
    }),
    RUNS,
  );
}, 60_000);
