import { expect, test } from 'vitest';
import { aMeasure, aMetric, aShop } from '../factories';
import type { MetricRecord, ModelRecord } from '../records';
import { metricsHaveATime } from './metrics-have-a-time';

const customers = [
  aMeasure({ entityId: 'customer', name: 'customers', id: 'customers' }),
  aMetric({
    name: 'joined',
    formula: { kind: 'simple', measureId: 'customers' },
    timeAttributeId: 'customer.joined_at',
  }),
];
const found = (...records: ModelRecord[]) => metricsHaveATime(aShop(...customers, ...records));
const timeless = (given: Partial<MetricRecord> = {}) =>
  aMetric({ name: 'm', formula: { kind: 'simple', measureId: 'measure:amount' }, ...given });
const derived = (formula: string, given: Partial<MetricRecord> = {}) =>
  aMetric({ name: 'm', formula: { kind: 'derived', formula }, ...given });

test('a metric over a measure has a time of its own', () => {
  expect(found()).toEqual([]);
  expect(found(timeless())).toMatchObject([{ code: 'metric-without-time', severity: 'error', at: 'm', partTimes: [] }]);
});

test('the time the other metrics of the same rows use goes without saying', () => {
  expect(found(timeless())).toMatchObject([{ fix: { put: [{ id: 'm', timeAttributeId: 'order.ordered_at' }] } }]);
});

test('a metric of metrics inherits the time its parts agree on', () => {
  expect(found(derived('revenue * 2'))).toEqual([]);
  expect(found(aMetric({ name: 'm', formula: { kind: 'change', metricId: 'joined', offset: { months: 1 } } }))).toEqual(
    [],
  );
});

test('parts that disagree leave it without one, unless it states its own', () => {
  expect(found(derived('revenue - joined'))).toMatchObject([
    { at: 'm', partTimes: ['customer.joined_at', 'order.ordered_at'] },
  ]);
  expect(found(derived('revenue - joined', { timeAttributeId: 'order.ordered_at' }))).toEqual([]);
});

test('a part without a time leaves the whole without one', () => {
  const whole = aMetric({ name: 'whole', formula: { kind: 'derived', formula: 'revenue + m' } });
  expect(found(timeless(), whole).map(({ at }) => at)).toEqual(['m', 'whole']);
});

test('a metric whose parts are not known yet is left to the other rules', () => {
  expect(
    found(derived('1 +'), aMetric({ name: 'r', formula: { kind: 'ratio', numeratorId: null, denominatorId: null } })),
  ).toEqual([]);
});

test('formulas in a circle come to an end', () => {
  expect(found(derived('n'), aMetric({ name: 'n', formula: { kind: 'derived', formula: 'm' } }))).toEqual([]);
});
