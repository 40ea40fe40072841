import { expect, test } from 'vitest';
import {
  aDriver,
  aMeasure,
  aMetric,
  anAttribute,
  anEntity,
  anExpectation,
  aRelationship,
  aSegment,
  aShop,
  someSurroundings,
} from '../factories';
import type { ModelRecord } from '../records';
import { referencesExist } from './references-exist';

const surroundings = someSurroundings({
  productKey: 'agg-shop',
  findEntity: (ref) => (ref === 'src-orders.order' ? { grain: [], attributes: new Map() } : null),
  findTable: (ref) => (ref === 'shop.orders' ? { key: [], columns: new Map() } : null),
});

function missing(...records: ModelRecord[]) {
  return referencesExist(aShop(...records), surroundings).map((issue) => [
    issue.at,
    issue.code === 'dangling-reference' ? `${issue.field}: ${issue.missing}` : issue.code,
  ]);
}

test('a model whose references all lead somewhere is fine', () => {
  expect(missing()).toEqual([]);
});

test.each<[string, ModelRecord, string]>([
  ['an attribute of no entity', anAttribute({ entityId: 'gone', name: 'x', id: 'x' }), 'entity: gone'],
  ['a grain that is gone', anEntity({ name: 'x', grain: ['gone'] }), 'grain: gone'],
  ['a grain of another entity', anEntity({ name: 'x', grain: ['order.status'] }), 'grain: order.status'],
  ['a line to nowhere', aRelationship('order.status', 'gone.id', { name: 'x' }), 'entity: gone'],
  ['a segment of no entity', aSegment({ entityId: 'gone', name: 'x', filter: 'true' }), 'entity: gone'],
  ['a measure of no entity', aMeasure({ entityId: 'gone', name: 'x', id: 'x' }), 'entity: gone'],
  [
    'a measure of a segment that is gone',
    aMeasure({ entityId: 'order', name: 'x', id: 'x', segmentIds: ['gone'] }),
    'segments: gone',
  ],
  ['a metric of no measure', aMetric({ name: 'x', formula: { kind: 'simple', measureId: 'gone' } }), 'measure: gone'],
  [
    'a metric of something that is no measure',
    aMetric({ name: 'x', formula: { kind: 'simple', measureId: 'order' } }),
    'measure: order',
  ],
  [
    'a ratio of no numerator',
    aMetric({ name: 'x', formula: { kind: 'ratio', numeratorId: 'gone', denominatorId: 'revenue' } }),
    'numerator: gone',
  ],
  [
    'a change of no metric',
    aMetric({ name: 'x', formula: { kind: 'change', metricId: 'gone', offset: { days: 1 } } }),
    'metric: gone',
  ],
  [
    'a cut by nothing',
    aMetric({ name: 'x', formula: { kind: 'derived', formula: 'revenue' }, sliceIds: ['gone'] }),
    'slices: gone',
  ],
  [
    'a time that is gone',
    aMetric({ name: 'x', formula: { kind: 'derived', formula: 'revenue' }, timeAttributeId: 'gone' }),
    'time: gone',
  ],
  ['a driver of nothing', aDriver({ id: 'x', fromId: 'revenue', driver: 'influence', toId: 'gone' }), 'to: gone'],
  ['a need of nothing', anExpectation({ id: 'x', onId: 'gone', rule: { rule: 'not-null' } }), 'on: gone'],
  [
    'a uniqueness of nothing',
    anExpectation({ id: 'x', onId: 'order', rule: { rule: 'unique', attributes: ['customer.state'] } }),
    'attributes: customer.state',
  ],
  [
    'a reconciliation of nothing',
    anExpectation({ id: 'x', onId: null, rule: { rule: 'reconcile', left: 'revenue', right: 'gone', within: 0 } }),
    'right: gone',
  ],
])('%s dangles', (_name, record, words) => {
  expect(missing({ ...record, id: 'x' })).toContainEqual(['x', words]);
});

const made = (from: { table: string; as: string } | { entity: string; as: string }) =>
  anEntity({ name: 'x', derivation: { from, joins: [], where: null, groupBy: [] } });

test('an entity is made from what exists: a table, an entity of another product, one of its own', () => {
  expect(missing(made({ table: 'shop.orders', as: 't' }))).toEqual([]);
  expect(missing(made({ entity: 'src-orders.order', as: 'o' }))).toEqual([]);
  expect(missing(made({ entity: 'agg-shop.order', as: 'o' }))).toEqual([]);
  expect(missing(made({ table: 'shop.gone', as: 't' }))).toEqual([['x', 'derivation: shop.gone']]);
  expect(missing(made({ entity: 'src-orders.gone', as: 'o' }))).toEqual([['x', 'derivation: src-orders.gone']]);
  expect(missing(made({ entity: 'agg-shop.gone', as: 'o' }))).toEqual([['x', 'derivation: agg-shop.gone']]);
});
