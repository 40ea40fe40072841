import { describe, expect, test } from 'vitest';
import {
  aMeasure,
  aMetric,
  anAttribute,
  anEntity,
  anExpectation,
  aSegment,
  aShop,
  someSurroundings,
} from '../factories';
import type { AttributeType, ModelRecord } from '../records';
import { namesInExpressionsExist } from './names-in-expressions-exist';

const neighbour = (type: AttributeType) => ({ type, expressionBound: true, classification: null });
const surroundings = someSurroundings({
  productKey: 'agg-shop',
  findEntity: (ref) =>
    ref === 'src-orders.order'
      ? {
          grain: ['order_id'],
          attributes: new Map([
            ['order_id', neighbour('string')],
            ['total', neighbour('decimal')],
          ]),
        }
      : null,
  findTable: (ref) =>
    ref === 'shop.states' ? { key: [], columns: new Map([['code', { type: 'string', classification: null }]]) } : null,
});

const sale = (on = 'o.order_id = s.code', where: string | null = null) =>
  anEntity({
    name: 'sale',
    derivation: {
      from: { entity: 'src-orders.order', as: 'o' },
      joins: [
        { table: 'shop.states', as: 's', type: 'left', on },
        { entity: 'agg-shop.customer', as: 'c', type: 'left', on: 'true' },
      ],
      where,
      groupBy: [],
    },
  });

function unknown(...records: ModelRecord[]) {
  return namesInExpressionsExist(aShop(...records), surroundings).map((issue) =>
    issue.code === 'expression-unknown-name'
      ? [issue.at, issue.qualifier === null ? issue.name : `${issue.qualifier}.${issue.name}`, issue.nearest]
      : [],
  );
}

describe('in a derivation', () => {
  const computed = (expression: string) => anAttribute({ entityId: 'sale', name: 'x', id: 'x', expression });

  test.each(['o.total', 's.code', 'c.state', 'o.total + 1', 'case when c.state = s.code then o.total end'])(
    '%s names inputs and what they offer',
    (expression) => {
      expect(unknown(sale(), computed(expression))).toEqual([]);
    },
  );

  test.each<[string, string, string | null]>([
    ['q.whatever', 'q.whatever', null],
    ['order.total', 'order.total', 'o.total'],
    ['o.totl', 'o.totl', 'o.total'],
    ['o.code', 'o.code', 's.code'],
    ['total', 'total', 'o.total'],
    ['c.stat', 'c.stat', 'c.state'],
  ])('%s does not exist, and what was meant is offered when it is clear', (expression, name, nearest) => {
    expect(unknown(sale(), computed(expression))).toEqual([['x', name, nearest]]);
  });

  test('a bare name is an attribute of the same entity, in an attribute and nowhere else', () => {
    const net = anAttribute({ entityId: 'sale', name: 'net', expression: 'o.total' });
    expect(unknown(sale(), net, computed('net * 1.2'))).toEqual([]);
    expect(unknown(sale('net = s.code'), net)).toEqual([['sale', 'net', null]]);
  });

  test('a join sees the inputs up to itself and no later ones', () => {
    expect(unknown(sale('c.state = s.code'))).toEqual([['sale', 'c.state', null]]);
    expect(unknown(sale(undefined, "c.state = 'SP'"))).toEqual([]);
  });

  test('names of an input that does not exist are left to the rule on references', () => {
    const lost = anEntity({
      name: 'sale',
      derivation: { from: { entity: 'src-gone.order', as: 'o' }, joins: [], where: null, groupBy: [] },
    });
    expect(unknown(lost, computed('o.total'))).toEqual([]);
  });

  test('a wish names nothing and is fine', () => {
    expect(unknown(sale(), anAttribute({ entityId: 'sale', name: 'wish' }))).toEqual([]);
  });
});

describe('in the model', () => {
  test('a filter names attributes of its entity and of those it leads to', () => {
    expect(
      unknown(aSegment({ entityId: 'order', name: 's', filter: "status = 'x' and customer.state = 'SP'" })),
    ).toEqual([]);
  });

  test('a bare name that only an entity within reach bears was meant to be its', () => {
    expect(unknown(aSegment({ entityId: 'item', name: 's', filter: 'is_late' }))).toEqual([
      ['s', 'is_late', 'order.is_late'],
    ]);
  });

  test('a metric over metrics names metrics', () => {
    expect(unknown(aMetric({ name: 'm', formula: { kind: 'derived', formula: '1 - revenu' } }))).toEqual([
      ['m', 'revenu', 'revenue'],
    ]);
  });

  test('a filter of a ratio must mean something on both sides', () => {
    const items = aMeasure({ entityId: 'item', name: 'items', id: 'items' });
    const count = aMetric({ name: 'count', formula: { kind: 'simple', measureId: 'items' } });
    const ratio = aMetric({
      name: 'r',
      formula: { kind: 'ratio', numeratorId: 'revenue', denominatorId: 'count' },
      filter: 'is_late',
    });
    expect(unknown(items, count, ratio)).toEqual([['r', 'is_late', 'order.is_late']]);
    expect(unknown(items, count, { ...ratio, filter: 'order.is_late' })).toEqual([]);
  });

  test('a way that is not unique is left to the rule on ways', () => {
    expect(unknown(aSegment({ entityId: 'customer', name: 's', filter: 'order.is_late' }))).toEqual([]);
  });

  test('a condition on the whole model can name nothing', () => {
    expect(unknown(anExpectation({ onId: null, rule: { rule: 'holds', condition: 'is_late' } }))).toEqual([
      ['holds:model', 'is_late', null],
    ]);
  });
});

test('the fix writes the nearest name and touches nothing else', () => {
  const measure = aMeasure({
    entityId: 'order',
    name: 'm',
    id: 'm',
    aggregation: 'sum',
    expression: 'amout * 2',
    filter: 'is_late',
  });
  expect(namesInExpressionsExist(aShop(measure), surroundings)).toMatchObject([
    {
      fix: {
        does: { verb: 'write-instead', written: 'amount' },
        put: [{ id: 'm', expression: 'amount * 2', filter: 'is_late' }],
      },
    },
  ]);
});

test('a copy of what is gone may be wished for again; what is worked out from it is not', () => {
  const fixOf = (expression: string) =>
    namesInExpressionsExist(
      aShop(sale(), anAttribute({ entityId: 'sale', name: 'x', id: 'x', expression })),
      surroundings,
    ).map(({ fix }) => fix);
  expect(fixOf('o.quite_unlike')).toMatchObject([
    { does: { verb: 'wish-for', attributeId: 'x' }, put: [{ id: 'x', expression: null }] },
  ]);
  expect(fixOf('o.quite_unlike + 1')).toEqual([undefined]);
});
