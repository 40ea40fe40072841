import { expect, test } from 'vitest';
import { aMeasure, aMetric, aModel, anEntityWith } from '@/lib/model/factories';
import { recordsOf } from '@/lib/model/records';
import { setMeasureOf } from './set-measure-of';

const parts = [
  anEntityWith('order', { order_id: 'string', amount: 'decimal' }),
  aMeasure({ id: 'sum', entityId: 'order', name: 'sum', aggregation: 'sum', expression: 'amount' }),
  aMetric({ id: 'revenue', name: 'revenue', formula: { kind: 'simple', measureId: 'sum' } }),
];

test('a measure of its own is changed where it stands', () => {
  const model = setMeasureOf(aModel(...parts), 'revenue', { aggregation: 'average' });
  expect(model.records.sum).toMatchObject({ aggregation: 'average' });
  expect(recordsOf(model, 'measure')).toHaveLength(1);
});

test('a measure that others share is copied, and theirs stays as it was', () => {
  const shared = aModel(
    ...parts,
    aMetric({ id: 'other', name: 'other', formula: { kind: 'simple', measureId: 'sum' } }),
  );
  const model = setMeasureOf(shared, 'revenue', { aggregation: 'average' });
  expect(model.records.sum).toMatchObject({ aggregation: 'sum' });
  expect(model.records.other).toMatchObject({ formula: { measureId: 'sum' } });
  expect(
    recordsOf(model, 'measure')
      .map(({ aggregation }) => aggregation)
      .sort(),
  ).toEqual(['average', 'sum']);
});
