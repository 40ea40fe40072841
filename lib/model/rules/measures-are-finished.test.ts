import { expect, test } from 'vitest';
import { aMeasure, aShop } from '../factories';
import type { MeasureRecord } from '../records';
import { measuresAreFinished } from './measures-are-finished';

const codes = (given: Partial<MeasureRecord>) =>
  measuresAreFinished(aShop(aMeasure({ entityId: 'order', name: 'm', ...given }))).map(({ code }) => code);

test('rows are counted as they are; anything else needs to know what', () => {
  expect(codes({ aggregation: 'count' })).toEqual([]);
  expect(codes({ aggregation: 'sum' })).toEqual(['expression-missing']);
  expect(codes({ aggregation: 'sum', expression: 'amount' })).toEqual([]);
});

test('a percentile says which', () => {
  expect(codes({ aggregation: 'percentile', expression: 'amount' })).toEqual(['percentile-missing']);
  expect(codes({ aggregation: 'percentile', expression: 'amount', percentile: 0.95 })).toEqual([]);
});
