import { describe, expect, test } from 'vitest';
import { indexModel } from '@/lib/model/model-index';
import type { ModelDocument, ModelRecord } from '@/lib/model/records';
import { readWorkspace } from './read-workspace';
import type { Product, WorkspaceSnapshot } from './snapshot';

const HEAD = 'headwater: 1\nworkspace: { name: W }\n';

function read(body: string): WorkspaceSnapshot {
  const answer = readWorkspace(`${HEAD}${body}`);
  if (!answer.ok) throw new Error(answer.error.map(({ words }) => words).join('\n'));
  return answer.value;
}

/** `line:column code` of everything that is wrong; lines count from the body. */
function wrong(body: string): string[] {
  return problems(body).map(({ line, column, code }) => `${line - 2}:${column} ${code}`);
}

function words(body: string): string[] {
  return problems(body).map((problem) => problem.words);
}

function problems(body: string) {
  const answer = readWorkspace(`${HEAD}${body}`);
  return answer.ok ? [] : answer.error;
}

/** A product with one model; the model stands from line 4 of the body on. */
function model(...lines: string[]): string {
  return ['products:', '  - key: cdp-a', '    model:', ...lines.map((line) => `      ${line}`)].join('\n');
}

const ORDER =
  'entities: [ { key: order, attributes: [ { key: id, type: string }, { key: at, type: date } ] }, { key: customer } ]';
const MEASURES = 'measures: [ { key: n, entity: order, aggregation: count } ]';
const METRICS = 'metrics: [ { key: a, kind: simple, measure: n }, { key: b, kind: simple, measure: n } ]';

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
    const formulas = ['b', 'c', 'd', 'e', 'f'].map((key) => records[`metric:${key}`]);
    expect(formulas).toMatchObject([
      { formula: { kind: 'ratio', numeratorId: 'metric:a', denominatorId: null } },
      { formula: { kind: 'derived', formula: 'a - b' } },
      { formula: { kind: 'cumulative', measureId: 'measure:n', window: { all: true }, toDate: null } },
      { formula: { kind: 'cumulative', measureId: null, window: null, toDate: 'year' } },
      { formula: { kind: 'change', metricId: 'metric:a', offset: { months: 1 } } },
    ]);
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

describe('what is refused, each with its place', () => {
  test('an unknown key, with the one that was meant', () => {
    expect(words('domans: []')).toEqual(['the key "domans" is not known here; did you mean "domains"?']);
    expect(wrong(model('entities: [ { key: a, atributes: [] } ]'))).toEqual(['4:29 unknown-key']);
  });

  test('a missing key and a wrong type, with what is expected', () => {
    const body =
      'teams: [ { key: a } ]\nsources: [ { key: s, tables: [ { name: t, rows: many, bytes: -1, columns: {} } ] } ]';
    expect(wrong(body)).toEqual(['1:10 missing-key', '2:49 wrong-value', '2:62 wrong-value', '2:75 wrong-value']);
    expect(words(body)).toEqual([
      'teams[0]: the key "name" is missing; expected a text.',
      'sources[0].tables[0].rows: found the text "many"; expected a number.',
      'sources[0].tables[0].bytes: found the number -1; expected a number of at least 0.',
      'sources[0].tables[0].columns: found a map of keys; expected a list.',
    ]);
  });

  test('a number where a name belongs, because it would come back as another', () => {
    expect(words('domains: [ { key: a, name: 007 } ]')).toEqual([
      'domains[0].name: found the number 7; expected a text.',
    ]);
  });

  test('a word that is none of those expected', () => {
    expect(words(model('expectations: [ { on: model, rule: freshnes, maxMinutes: 5 } ]'))[0]).toMatch(
      /rule: found the text "freshnes"; expected one of not-null, .*; did you mean "freshness"\?$/,
    );
  });

  test('what stands twice in its list', () => {
    expect(wrong('domains: [ { key: a, name: A }, { key: a, name: B } ]')).toEqual(['1:40 duplicate-name']);
    expect(wrong('teams: [ { key: a, name: A }, { key: a, name: B } ]')).toEqual(['1:38 duplicate-name']);
    expect(wrong('policies: [ { key: a, requires: [] }, { key: a, requires: [] } ]')).toEqual(['1:46 duplicate-name']);
    expect(wrong('products: [ { key: src-a }, { key: src-a } ]')).toEqual(['1:36 duplicate-name']);
    expect(wrong('products: [ { key: src-a, ports: [ { key: p, mode: sql }, { key: p, mode: api } ] } ]')).toEqual([
      '1:66 duplicate-name',
    ]);
    const table = '{ name: t, rows: 1, bytes: 1, columns: [ { name: c, type: string }, { name: c, type: date } ] }';
    expect(
      wrong(
        `sources:\n  - { key: s, tables: [ ${table},\n    { name: t, rows: 1, bytes: 1, columns: [] } ] }\n  - { key: s, tables: [] }`,
      ),
    ).toEqual(['2:101 duplicate-name', '3:13 duplicate-name', '4:12 duplicate-name']);
    for (const line of [
      'entities: [ { key: a }, { key: a } ]',
      'entities: [ { key: e, attributes: [ { key: a, type: string }, { key: a, type: string } ] } ]',
      'entities: [ { key: e, grain: [a, a], attributes: [ { key: a, type: string } ] } ]',
    ]) {
      expect(wrong(model(line)).map((problem) => problem.split(' ')[1])).toEqual(['duplicate-name']);
    }
    const twice = [
      'relationships: [ { key: x, from: order, to: order, cardinality: null }, { key: x, from: order, to: order, cardinality: null } ]',
      'segments: [ { key: x, entity: order, filter: a }, { key: x, entity: order, filter: a } ]',
      'measures: [ { key: x, entity: order, aggregation: count }, { key: x, entity: order, aggregation: count } ]',
      'metrics: [ { key: x, kind: derived, formula: a }, { key: x, kind: derived, formula: a } ]',
    ];
    for (const line of twice) {
      expect(wrong(model(ORDER, line)).map((problem) => problem.split(' ')[1])).toEqual(['duplicate-name']);
    }
  });

  test('the same key twice in one map', () => {
    expect(wrong('domains: []\ndomains: []')).toEqual(['2:1 duplicate-key']);
    const json = '{"headwater": 1,\n "workspace": {"name": "a", "name": "b"}}';
    expect(readWorkspace(json)).toMatchObject({ ok: false, error: [{ line: 2, column: 29, code: 'duplicate-key' }] });
  });

  test.each([
    ['a team’s domain', 'teams: [ { key: a, name: A, domain: nowhere } ]'],
    ['a product’s domain', 'products: [ { key: src-a, domain: nowhere } ]'],
    ['a product’s owner', 'products: [ { key: src-a, owner: nobody } ]'],
    ['the owner of a use case', 'products: [ { key: cdp-a, useCase: { owner: nobody } } ]'],
    ['a key column', 'sources: [ { key: s, tables: [ { name: t, rows: 1, bytes: 1, key: [c], columns: [] } ] } ]'],
    ['a house rule’s domain', 'policies: [ { key: a, applies: { domain: [nowhere] }, requires: [] } ]'],
    ['a house rule’s product', 'policies: [ { key: a, applies: { product: [nothing] }, requires: [] } ]'],
    ['where something stays', 'policies: [ { key: a, requires: [ { rule: stays-in, domain: nowhere } ] } ]'],
    [
      'the alignment something stays in',
      'policies: [ { key: a, requires: [ { rule: stays-in, alignment: bronze } ] } ]',
    ],
    ['an input table', model('entities: [ { key: a, from: { table: shop.orders, as: o } } ]')],
    ['an input entity', model('entities: [ { key: a, from: { entity: cdp-a.b, as: o } } ]')],
    ['a joined entity', model('entities: [ { key: a, joins: [ { entity: src-b.b, as: o, type: left, on: x } ] } ]')],
    ['a grain attribute', model('entities: [ { key: a, grain: [id] } ]')],
    ['a group attribute', model('entities: [ { key: a, groupBy: [id] } ]')],
    [
      'a relationship’s entity',
      model(ORDER, 'relationships: [ { key: r, from: order.id, to: person.id, cardinality: null } ]'),
    ],
    [
      'a relationship’s attribute',
      model(ORDER, 'relationships: [ { key: r, from: order.no, to: order.id, cardinality: null } ]'),
    ],
    ['a segment’s entity', model('segments: [ { key: s, entity: order, filter: x } ]')],
    ['a measure’s entity', model('measures: [ { key: n, entity: order, aggregation: count } ]')],
    ['a measure’s segment', model(ORDER, 'measures: [ { key: n, entity: order, aggregation: count, segments: [s] } ]')],
    ['a metric’s measure', model('metrics: [ { key: a, kind: simple, measure: n } ]')],
    ['a numerator', model(ORDER, MEASURES, 'metrics: [ { key: a, kind: ratio, numerator: b, denominator: a } ]')],
    ['the metric that changes', model('metrics: [ { key: a, kind: change, metric: b, offset: { days: 1 } } ]')],
    ['a metric’s time', model(ORDER, MEASURES, 'metrics: [ { key: a, kind: simple, measure: n, time: order.on } ]')],
    ['a slice', model(ORDER, MEASURES, 'metrics: [ { key: a, kind: simple, measure: n, slices: [person.id] } ]')],
    ['a metric’s segment', model(ORDER, MEASURES, 'metrics: [ { key: a, kind: simple, measure: n, segments: [s] } ]')],
    ['a metric’s owner', model(ORDER, MEASURES, 'metrics: [ { key: a, kind: simple, measure: n, owner: nobody } ]')],
    ['where a driver begins', model(ORDER, MEASURES, METRICS, 'drivers: [ { from: c, to: b, kind: influence } ]')],
    ['where a driver ends', model(ORDER, MEASURES, METRICS, 'drivers: [ { from: a, to: c, kind: influence } ]')],
    ['what a driver cuts by', model(ORDER, MEASURES, METRICS, 'drivers: [ { from: a, kind: segment, by: order.no } ]')],
    ['what is expected of', model(ORDER, 'expectations: [ { on: orders, rule: not-null } ]')],
    ['an attribute that is expected of', model(ORDER, 'expectations: [ { on: order.no, rule: not-null } ]')],
    ['what is unique', model(ORDER, 'expectations: [ { on: order, rule: unique, attributes: [no] } ]')],
    ['what is weighed by', model(ORDER, 'expectations: [ { on: order, rule: completeness, min: 1, weight: n } ]')],
    [
      'what is reconciled',
      model(ORDER, MEASURES, METRICS, 'expectations: [ { on: model, rule: reconcile, left: a, right: c, within: 0 } ]'),
    ],
    ['who delivers', model(ORDER, 'expectations: [ { on: model, rule: delivery, mode: sql, product: src-z } ]')],
  ])('a reference to nothing: %s', (_, body) => {
    expect(wrong(body).map((problem) => problem.split(' ')[1])).toEqual(['unknown-reference']);
  });

  test('a reference to nothing suggests what is there', () => {
    const body = model(ORDER, 'expectations: [ { on: order.ids, rule: not-null }, { on: custmer, rule: not-null } ]');
    expect(words(body)).toEqual([
      'products[0].model.expectations[0].on: there is no attribute "order.ids"; did you mean "order.id"?',
      'products[0].model.expectations[1].on: there is no entity, relationship or metric "custmer"; did you mean "customer"?',
    ]);
  });

  test('a reference that is no reference', () => {
    expect(words(model('entities: [ { key: a, from: { table: orders, as: o } } ]'))).toEqual([
      'products[0].model.entities[0].from.table: found "orders"; expected source.table.',
    ]);
    expect(words(model(ORDER, MEASURES, 'metrics: [ { key: a, kind: simple, measure: n, time: at } ]'))).toEqual([
      'products[0].model.metrics[0].time: found "at"; expected entity.attribute.',
    ]);
  });

  test('what only its neighbours make necessary', () => {
    expect(wrong('products: [ { key: orders } ]')).toEqual(['1:13 missing-key']);
    expect(wrong(model('entities: [ { key: a, from: { as: o } } ]'))).toEqual(['4:35 either-key']);
    expect(wrong(model('entities: [ { key: a, from: { table: s.t, entity: cdp-a.a, as: o } } ]'))[0]).toBe(
      '4:35 either-key',
    );
    expect(wrong(model(ORDER, MEASURES, METRICS, 'drivers: [ { from: a, kind: segment } ]'))).toEqual([
      '7:18 missing-key',
    ]);
    expect(wrong(model(ORDER, MEASURES, METRICS, 'drivers: [ { from: a, kind: influence } ]'))).toEqual([
      '7:18 missing-key',
    ]);
    expect(wrong(model(ORDER, MEASURES, 'metrics: [ { key: a, kind: cumulative, measure: n } ]'))).toEqual([
      '6:18 either-key',
    ]);
    expect(wrong(model(ORDER, 'relationships: [ { key: r, from: order.id, to: customer } ]'))).toEqual([
      '5:24 missing-key',
    ]);
  });

  test('an end of a relationship that is in two entities at once', () => {
    const entities =
      'entities: [ { key: a, attributes: [ { key: x, type: string } ] }, { key: b, attributes: [ { key: x, type: string } ] } ]';
    expect(wrong(model(entities, 'relationships: [ { key: r, from: [a.x, b.x], to: a, cardinality: null } ]'))).toEqual(
      ['5:40 ends-differ'],
    );
  });

  test('a loop of entities through several products, by its entities', () => {
    const body = [
      'products:',
      '  - { key: agg-a, model: { entities: [ { key: e, from: { entity: agg-b.e, as: x } } ] } }',
      '  - { key: agg-b, model: { entities: [ { key: e, from: { entity: agg-c.e, as: x } } ] } }',
      '  - { key: agg-c, model: { entities: [ { key: e, joins: [ { entity: agg-a.e, as: x, type: left, on: y } ] } ] } }',
    ].join('\n');
    expect(wrong(body)).toEqual(['4:69 loop']);
    expect(words(body)[0]).toContain(
      'entities are made from each other in a loop: agg-a.e → agg-b.e → agg-c.e → agg-a.e',
    );
  });

  test('a loop that only the products close, by the products', () => {
    const body = [
      'products:',
      '  - { key: agg-a, model: { entities: [ { key: e, from: { entity: agg-b.f, as: x } }, { key: f } ] } }',
      '  - { key: agg-b, model: { entities: [ { key: e, from: { entity: agg-a.f, as: x } }, { key: f } ] } }',
    ].join('\n');
    expect(words(body)).toEqual([
      'products[1].model.entities[0].from.entity: products read from each other in a loop: agg-a → agg-b → agg-a.',
    ]);
  });

  test('a loop inside one product is left to the rules of its model', () => {
    const line =
      'entities: [ { key: a, from: { entity: cdp-a.b, as: x } }, { key: b, from: { entity: cdp-a.a, as: x } } ]';
    expect(wrong(model(line))).toEqual([]);
  });

  test('an expression is not looked into: what is wrong in it is an issue of its model', () => {
    expect(
      wrong(
        model('entities: [ { key: a, where: "((", attributes: [ { key: x, type: string, expression: "sum(" } ] } ]'),
      ),
    ).toEqual([]);
  });

  test('everything wrong is told, in the order of the file, and a slip in one place hides none in another', () => {
    const body = [
      'teems: []',
      'products:',
      '  - key: cdp-a',
      '    owner: nobody',
      '    build: { mode: scheduled }',
      '    model:',
      '      entities:',
      '        - key: order',
      '          grain: [id]',
      '          colour: red',
      '          attributes: [ { key: idd, type: strin } ]',
      '      metrics: [ { key: m, kind: simple } ]',
    ].join('\n');
    expect(wrong(body)).toEqual([
      '1:1 unknown-key',
      '4:12 unknown-reference',
      '5:12 missing-key',
      '9:19 unknown-reference',
      '10:11 unknown-key',
      '11:43 wrong-value',
      '12:18 missing-key',
    ]);
  });

  test('the path says the place without words', () => {
    expect(problems(model('entities: [ { key: order, grain: [no] } ]'))[0]?.path).toEqual([
      'products',
      '0',
      'model',
      'entities',
      '0',
      'grain',
      '0',
    ]);
  });
});
