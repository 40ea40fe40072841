import { expect, test } from 'vitest';
import { aMeasure, aMetric, anAttribute, anEntity, aSegment, aShop } from '../factories';
import type { ModelRecord } from '../records';
import { rowsDoNotAggregate } from './rows-do-not-aggregate';

const places = (...records: ModelRecord[]) =>
  rowsDoNotAggregate(aShop(...records)).map((issue) => [issue.at, 'place' in issue ? issue.place.in : null]);

test.each<[string, ModelRecord, string]>([
  [
    'an attribute of rows',
    anAttribute({ entityId: 'order', name: 'x', id: 'x', expression: 'sum(o.amount)' }),
    'expression',
  ],
  ['a filter', aSegment({ entityId: 'order', name: 'x', filter: 'count(*) > 3' }), 'filter'],
  [
    'a measure, which aggregates once',
    aMeasure({ entityId: 'order', name: 'x', id: 'x', aggregation: 'sum', expression: 'max(amount)' }),
    'expression',
  ],
  [
    'a formula, whose metrics are aggregated',
    aMetric({ name: 'x', formula: { kind: 'derived', formula: 'sum(revenue)' } }),
    'formula',
  ],
])('an aggregate in %s is an error', (_name, record, place) => {
  expect(places(record)).toEqual([['x', place]]);
});

test('an attribute may aggregate where its entity groups; the conditions of that entity still may not', () => {
  const grouped = anEntity({
    name: 'total',
    derivation: { from: { entity: 'a.b', as: 'o' }, joins: [], where: 'sum(o.x) > 1', groupBy: ['total.key'] },
  });
  const sum = anAttribute({ entityId: 'total', name: 'x', expression: 'sum(o.amount)' });
  expect(places(grouped, sum)).toEqual([['total', 'where']]);
});
