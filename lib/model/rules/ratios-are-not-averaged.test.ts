import { expect, test } from 'vitest';
import { aMeasure, aMetric, anAttribute, aShop, someSurroundings } from '../factories';
import type { ModelRecord } from '../records';
import { ratiosAreNotAveraged } from './ratios-are-not-averaged';

const ratios = (...records: ModelRecord[]) =>
  ratiosAreNotAveraged(aShop(...records), someSurroundings()).map(
    (issue) => issue.code === 'average-of-a-ratio' && issue.ratio,
  );
const average = (expression: string, ...more: ModelRecord[]) =>
  ratios(aMeasure({ entityId: 'item', name: 'm', id: 'm', aggregation: 'average', expression }), ...more);

test.each([
  ['price / pieces', 'price / pieces'],
  ['100 * price / pieces', '100 * price / pieces'],
  ['round(price / nullif(pieces, 0), 2)', 'price / nullif(pieces, 0)'],
  ['coalesce(price / pieces, 0)', 'price / pieces'],
  ['-(price / customer.state)', 'price / customer.state'],
])('the average of %s is an error', (expression, ratio) => {
  expect(average(expression)).toEqual([ratio]);
});

test.each(['price', 'price / 100.0', 'price * pieces', 'price - pieces', 'case when pieces > 0 then price end'])(
  'the average of %s is fine',
  (expression) => {
    expect(average(expression)).toEqual([]);
  },
);

test('an attribute of the model that is a ratio is found out', () => {
  const each = anAttribute({ entityId: 'item', name: 'each', type: 'decimal', expression: 'i.price / i.pieces' });
  expect(average('each', each)).toEqual(['each']);
  expect(average('each', { ...each, expression: 'i.price' })).toEqual([]);
  expect(average('each', { ...each, expression: 'each' })).toEqual([]);
});

test('other aggregations of a ratio are not its business: currencies are converted that way', () => {
  expect(
    ratios(aMeasure({ entityId: 'item', name: 'm', id: 'm', aggregation: 'sum', expression: 'price / pieces' })),
  ).toEqual([]);
});

test('an average written in a formula or in a grouped derivation is looked at too', () => {
  const share = aMetric({
    name: 'share',
    formula: { kind: 'ratio', numeratorId: 'revenue', denominatorId: 'revenue' },
  });
  expect(ratios(share, aMetric({ name: 'x', formula: { kind: 'derived', formula: 'avg(share)' } }))).toEqual(['share']);
  expect(ratios(anAttribute({ entityId: 'order', name: 'x', expression: 'avg(i.price / i.pieces)' }))).toEqual([
    'i.price / i.pieces',
  ]);
});
