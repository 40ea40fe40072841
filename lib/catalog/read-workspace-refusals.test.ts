import { describe, expect, test } from 'vitest';
import type { FileProblem } from './file-problem';
import { readWorkspace } from './read-workspace';
import { HEAD, MEASURES, METRICS, model, ORDER } from './sample-lines';

function problems(body: string): FileProblem[] {
  const answer = readWorkspace(`${HEAD}${body}`);
  return answer.ok ? [] : answer.error;
}

/** `line:column code` of everything that is wrong; lines count from the body. */
function wrong(body: string): string[] {
  return problems(body).map(({ line, column, code }) => `${line - 2}:${column} ${code}`);
}

function words(body: string): string[] {
  return problems(body).map((problem) => problem.words);
}

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

  test('a time zone that does not exist and a period nobody counts by, with what may stand there', () => {
    const zones = 'a time zone: UTC, an offset like +02:00, or a place like Europe/Berlin or America/Sao_Paulo';
    const due = '{ on: model, rule: deadline, at: "06:00", timezone: Europe/Berlim }';
    const rows = '{ on: model, rule: volume, min: 1, per: fortnight }';
    const house = 'policies: [ { key: p, requires: [ { rule: deadline, at: "06:00", timezone: Mars/Base } ] } ]\n';
    expect(words(`${house}${model(`expectations: [ ${due}, ${rows} ]`)}`)).toEqual([
      `policies[0].requires[0].timezone: found the text "Mars/Base"; expected ${zones}.`,
      `products[0].model.expectations[0].timezone: found the text "Europe/Berlim"; expected ${zones}; did you mean "Europe/Berlin"?`,
      'products[0].model.expectations[1].per: found the text "fortnight"; expected one of hour, day, week, month, quarter, year.',
    ]);
    const settings = readWorkspace('headwater: 1\nworkspace: { name: W, timezone: Atlantis }');
    expect(settings.ok ? [] : settings.error.map(({ line, column }) => [line, column])).toEqual([[2, 33]]);
  });

  test('what stands twice in its list', () => {
    expect(wrong('domains: [ { key: a, name: A }, { key: a, name: B } ]')).toEqual(['1:40 duplicate-name']);
    expect(wrong('teams: [ { key: a, name: A }, { key: a, name: B } ]')).toEqual(['1:38 duplicate-name']);
    expect(wrong('policies: [ { key: a, requires: [] }, { key: a, requires: [] } ]')).toEqual(['1:46 duplicate-name']);
    expect(wrong('products: [ { key: src-a }, { key: src-a } ]')).toEqual(['1:36 duplicate-name']);
    const contract = '{ consumer: cdp-a, product: src-a }';
    expect(wrong(`products: [ { key: src-a }, { key: cdp-a } ]\ncontracts: [ ${contract}, ${contract} ]`)).toEqual([
      '2:51 duplicate-name',
    ]);
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
    ['who has a contract', 'products: [ { key: src-a } ]\ncontracts: [ { consumer: cdp-a, product: src-a } ]'],
    ['whom a contract binds', 'products: [ { key: cdp-a } ]\ncontracts: [ { consumer: cdp-a, product: src-a } ]'],
    [
      'the port of a contract',
      'products: [ { key: cdp-a }, { key: src-a } ]\ncontracts: [ { consumer: cdp-a, product: src-a, port: x } ]',
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
