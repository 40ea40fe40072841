import { describe, expect, test } from 'vitest';
import { indexModel } from '@/lib/model/model-index';
import type { ModelDocument, ModelRecord } from '@/lib/model/records';
import { readWorkspace } from './read-workspace';
import { HEAD, MEASURES, METRICS, model, ORDER } from './sample-lines';
import type { Product, WorkspaceSnapshot } from './snapshot';
import { writeWorkspace } from './write-workspace';

function read(body: string): WorkspaceSnapshot {
  const answer = readWorkspace(`${HEAD}${body}`);
  if (!answer.ok) throw new Error(answer.error.map(({ words }) => words).join('\n'));
  return answer.value;
}

function onlyProduct(snapshot: WorkspaceSnapshot): Product {
  const [product] = snapshot.products;
  if (!product) throw new Error('there is no product');
  return product;
}

function recordIn(document: ModelDocument, id: string): ModelRecord | undefined {
  return document.records[id];
}

describe('what is left out', () => {
  test('a workspace, a source and a table say little', () => {
    const { workspace, prices, sources, domains, teams, policies, products } = read(
      'sources: [ { key: s, tables: [ { name: t, rows: 1, bytes: 2, columns: [ { name: c, type: string } ] } ] } ]',
    );
    expect(workspace).toEqual({ name: 'W', currency: null, timezone: 'UTC', sloOwnShare: 0.2, locale: null });
    expect({ prices, domains, teams, policies, products }).toEqual({
      prices: null,
      domains: [],
      teams: [],
      policies: [],
      products: [],
    });
    const column = { name: 'c', type: 'string', bytes: null, nulls: 0, distinct: null, classification: null };
    const table = { name: 't', rows: 1, bytes: 2, key: [], history: 'appends', columns: [column] };
    expect(sources).toEqual([{ key: 's', name: null, kind: null, tables: [table] }]);
  });

  test('a product is published, virtual, called by its key and aligned by its prefix', () => {
    const { products } = read(
      'products: [ { key: src-a }, { key: agg-b }, { key: cdp-c }, { key: x, alignment: source } ]',
    );
    expect(products.map(({ alignment }) => alignment)).toEqual(['source', 'aggregate', 'consumer', 'source']);
    expect(products[0]).toEqual({
      key: 'src-a',
      name: 'src-a',
      alignment: 'source',
      domain: null,
      owner: null,
      description: null,
      layer: null,
      status: 'published',
      build: { mode: 'virtual' },
      promises: {},
      ports: [],
      useCase: null,
      goodFor: null,
      notFor: null,
      model: { schemaVersion: 1, records: {} },
    });
  });

  test('an attribute is a text that may be empty, an entity is unbound, a measure adds up', () => {
    const { records } = onlyProduct(read(model(ORDER, MEASURES))).model;
    expect(records['attribute:order.id']).toEqual({
      kind: 'attribute',
      id: 'attribute:order.id',
      order: 0,
      entityId: 'entity:order',
      name: 'id',
      label: null,
      description: null,
      synonyms: [],
      type: 'string',
      role: 'text',
      unit: null,
      classification: null,
      nullable: true,
      expression: null,
    });
    expect(records['entity:order']).toMatchObject({ grain: [], derivation: null, synonyms: [], order: 0 });
    expect(records['entity:customer']).toMatchObject({ order: 1 });
    expect(records['measure:n']).toMatchObject({ behaviour: 'flow', expression: null, segmentIds: [], emptyAs: null });
  });

  test('an expectation is stated and only checked; an estimated one says so', () => {
    const lines = ['{ on: model, rule: history, days: 30 }', '{ on: model, rule: history, days: 9, estimated: true }'];
    const { records } = onlyProduct(read(model(`expectations: [ ${lines.join(', ')} ]`))).model;
    expect(records['expectation:model:history']).toMatchObject({ enforcement: 'check', origin: 'stated', onId: null });
    expect(records['expectation:model:history::2']).toMatchObject({ origin: 'estimated', order: 1 });
  });
});

describe('what is said', () => {
  test('an input is a table or an entity, its joins and groups are kept, and so is the text of every condition', () => {
    const { records } = onlyProduct(
      read(`sources: [ { key: s, tables: [ { name: t, rows: 1, bytes: 2, columns: [] } ] } ]
${model(
  'entities:',
  '  - key: a',
  '    from: { table: s.t, as: t }',
  '    joins: [ { entity: cdp-a.b, as: b, type: left, on: "b.x = t.x" } ]',
  '    where: t.y > 1',
  '    groupBy: [x]',
  '    grain: [x]',
  '    attributes: [ { key: x, type: string, expression: t.x } ]',
  '  - { key: b, attributes: [ { key: x, type: string } ] }',
)}`),
    ).model;
    expect(records['entity:a']).toMatchObject({
      grain: ['attribute:a.x'],
      derivation: {
        from: { table: 's.t', as: 't' },
        joins: [{ entity: 'cdp-a.b', as: 'b', type: 'left', on: 'b.x = t.x' }],
        where: 't.y > 1',
        groupBy: ['attribute:a.x'],
      },
    });
  });

  test('an end of a relationship is one attribute, several of one entity, or an entity whose attributes are still open', () => {
    const { records } = onlyProduct(
      read(
        model(
          ORDER,
          'relationships:',
          '  - { key: r, from: [order.id, order.at], to: customer, cardinality: null, optional: true, role: buyer }',
          '  - { key: s, from: order.id, to: customer, cardinality: one-to-one }',
        ),
      ),
    ).model;
    expect(records['relationship:r']).toMatchObject({
      from: { entityId: 'entity:order', attributeIds: ['attribute:order.id', 'attribute:order.at'] },
      to: { entityId: 'entity:customer', attributeIds: [] },
      cardinality: null,
      optional: true,
      role: 'buyer',
    });
    expect(records['relationship:s']).toMatchObject({ from: { attributeIds: ['attribute:order.id'] } });
  });

  test('each kind of metric keeps its parts; a part that is not chosen yet is null', () => {
    const { records } = onlyProduct(
      read(
        model(
          ORDER,
          MEASURES,
          'segments: [ { key: s, entity: order, filter: "x = 1" } ]',
          'metrics:',
          '  - { key: a, kind: simple, measure: n, time: order.at, grain: month, slices: [order.id], segments: [s], filter: y }',
          '  - { key: b, kind: ratio, numerator: a, denominator: null }',
          '  - { key: c, kind: derived, formula: a - b }',
          '  - { key: d, kind: cumulative, measure: n, window: { all: true } }',
          '  - { key: e, kind: cumulative, measure: null, toDate: year }',
          '  - { key: f, kind: change, metric: a, offset: { months: 1 } }',
          '  - { key: g, kind: cumulative, measure: n, window: all }',
          '  - { key: h, kind: cumulative, measure: n, window: { all } }',
        ),
      ),
    ).model;
    expect(records['metric:a']).toMatchObject({
      formula: { kind: 'simple', measureId: 'measure:n' },
      timeAttributeId: 'attribute:order.at',
      sliceIds: ['attribute:order.id'],
      segmentIds: ['segment:s'],
      grain: 'month',
      filter: 'y',
    });
    const formulas = ['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => records[`metric:${key}`]);
    expect(formulas).toMatchObject([
      { formula: { kind: 'ratio', numeratorId: 'metric:a', denominatorId: null } },
      { formula: { kind: 'derived', formula: 'a - b' } },
      { formula: { kind: 'cumulative', measureId: 'measure:n', window: { all: true }, toDate: null } },
      { formula: { kind: 'cumulative', measureId: null, window: null, toDate: 'year' } },
      { formula: { kind: 'change', metricId: 'metric:a', offset: { months: 1 } } },
      { formula: { kind: 'cumulative', measureId: 'measure:n', window: { all: true }, toDate: null } },
      { formula: { kind: 'cumulative', measureId: 'measure:n', window: { all: true }, toDate: null } },
    ]);
  });

  test('a window of everything so far is read however it is said, and written as a map', () => {
    const said = (window: string) =>
      writeWorkspace(
        read(model(ORDER, MEASURES, 'metrics:', `  - { key: d, kind: cumulative, measure: n, window: ${window} }`)),
      );
    expect(said('all')).toBe(said('{ all: true }'));
    expect(said('{ all }')).toBe(said('{ all: true }'));
  });

  test('a driver leads to a metric or cuts one by an attribute', () => {
    const drivers = '{ from: a, to: b, kind: component, identity: true }, { from: a, kind: segment, by: order.id }';
    const { records } = onlyProduct(read(model(ORDER, MEASURES, METRICS, `drivers: [ ${drivers} ]`))).model;
    expect(records['driver:a:b']).toMatchObject({ toId: 'metric:b', byId: null, identity: true, sign: null });
    expect(records['driver:a:order.id']).toMatchObject({ toId: null, byId: 'attribute:order.id', driver: 'segment' });
  });

  test('what an expectation is about: the model, an entity before a relationship before a metric, or the kind it says', () => {
    const about = (on: string) => {
      const { records } = onlyProduct(
        read(
          model(
            'entities: [ { key: x, attributes: [ { key: a, type: string } ] }, { key: e } ]',
            'relationships: [ { key: x, from: x.a, to: e, cardinality: null }, { key: y, from: x.a, to: e, cardinality: null } ]',
            'measures: [ { key: z, entity: x, aggregation: count } ]',
            'metrics: [ { key: x, kind: simple, measure: z }, { key: y, kind: simple, measure: z }, { key: z, kind: simple, measure: z } ]',
            `expectations: [ { on: "${on}", rule: not-null } ]`,
          ),
        ),
      ).model;
      const [expectation] = indexModel({ schemaVersion: 1, records }).byKind.expectation;
      return expectation?.onId;
    };
    expect(['model', 'x', 'y', 'z', 'x.a', 'metric:x', 'relationship:x', 'measure:z'].map(about)).toEqual([
      null,
      'entity:x',
      'relationship:y',
      'metric:z',
      'attribute:x.a',
      'metric:x',
      'relationship:x',
      'measure:z',
    ]);
  });

  test('the names in a rule become ids: bare ones of the entity it is about, others with theirs', () => {
    const { records } = onlyProduct(
      read(
        model(
          ORDER,
          MEASURES,
          METRICS,
          'expectations:',
          '  - { on: order, rule: unique, attributes: [id, order.at] }',
          '  - { on: model, rule: reconcile, left: a, right: b, within: 0.01, per: month }',
          '  - { on: order, rule: completeness, min: 0.9, weight: n, when: "x > 1" }',
        ),
      ),
    ).model;
    expect(recordIn({ schemaVersion: 1, records }, 'expectation:order:unique')).toMatchObject({
      rule: { rule: 'unique', attributes: ['attribute:order.id', 'attribute:order.at'] },
    });
    expect(records['expectation:model:reconcile']).toMatchObject({ rule: { left: 'metric:a', right: 'metric:b' } });
    expect(records['expectation:order:completeness']).toMatchObject({ rule: { weight: 'measure:n', when: 'x > 1' } });
  });

  test('YAML 1.2 and no other: no, dates and times of day stay texts', () => {
    const { domains, products } = read(
      'domains: [ { key: no, name: yes }, { key: "1", name: 2026-12-15 } ]\n' +
        'products: [ { key: cdp-a, domain: no, useCase: { neededBy: 2026-12-15 }, promises: { deadline: 06:00 } } ]',
    );
    expect(domains).toEqual([
      { key: 'no', name: 'yes' },
      { key: '1', name: '2026-12-15' },
    ]);
    expect(products[0]).toMatchObject({
      domain: 'no',
      useCase: { neededBy: '2026-12-15' },
      promises: { deadline: '06:00' },
    });
  });

  test('a contract says who gives whom how long notice, and is agreed unless its version begins with 0', () => {
    const { contracts } = read(
      'products: [ { key: cdp-a }, { key: src-a, ports: [ { key: table, mode: batch } ] } ]\n' +
        'contracts:\n  - { consumer: cdp-a, product: src-a, port: table, noticeDays: 30 }\n' +
        '  - { consumer: cdp-a, product: src-a, version: 0.1.0 }',
    );
    expect(contracts).toEqual([
      { consumer: 'cdp-a', product: 'src-a', port: 'table', version: '1.0.0', noticeDays: 30 },
      { consumer: 'cdp-a', product: 'src-a', port: null, version: '0.1.0', noticeDays: null },
    ]);
  });

  test('JSON says the same, told by its first character or by the caller', () => {
    const json = ' {"headwater": 1, "workspace": {"name": "W"}, "products": [{"key": "cdp-a"}]}';
    const yaml = readWorkspace(`${HEAD}products: [ { key: cdp-a } ]`);
    expect(readWorkspace(json)).toEqual(yaml);
    expect(readWorkspace(json, { format: 'json' })).toEqual(yaml);
    expect(readWorkspace(HEAD, { format: 'json' })).toMatchObject({
      ok: false,
      error: [{ code: 'syntax', line: 1, column: 1 }],
    });
  });

  test('aliases are followed', () => {
    const { products } = read(
      'products:\n  - { key: src-a, ports: &p [ { key: t, mode: batch } ] }\n  - { key: src-b, ports: *p }',
    );
    expect(products[1]?.ports).toEqual(products[0]?.ports);
  });
});
