import { describe, expect, test } from 'vitest';
import { aMeasure, aMetric, aModel, aSegment, aShop } from './factories';
import { fingerprintMetric } from './fingerprint-metric';
import type { MeasureRecord, MetricRecord, ModelRecord } from './records';

const plain = fingerprintMetric(aShop(), 'revenue');
const revenue = (measure: Partial<MeasureRecord>, metric: Partial<MetricRecord> = {}, ...more: ModelRecord[]) =>
  fingerprintMetric(
    aShop(
      aMeasure({ entityId: 'order', name: 'amount', aggregation: 'sum', expression: 'amount', ...measure }),
      aMetric({ name: 'revenue', formula: { kind: 'simple', measureId: 'measure:amount' }, ...metric }),
      ...more,
    ),
    'revenue',
  );
const delivered = aSegment({ entityId: 'order', name: 'delivered', filter: "status = 'delivered'" });

describe('one definition', () => {
  test.each<[string, string]>([
    [
      'by another name, label, time, cut and owner',
      revenue({ name: 'x', label: 'X' }, { label: 'R', timeAttributeId: null, sliceIds: ['order.status'], owner: 'x' }),
    ],
    ['written with other spaces and brackets', revenue({ expression: ' ( amount ) ' })],
    ['with the entity written out', revenue({ expression: 'order.amount' })],
  ])('%s', (_name, found) => {
    expect(found).toBe(plain);
  });

  test('a filter counts the same wherever it is laid, in any order', () => {
    const inMeasure = revenue({ filter: "is_late and status = 'delivered'" });
    expect(revenue({ filter: "status = 'delivered'" }, { filter: 'is_late' })).toBe(inMeasure);
    expect(revenue({ filter: 'is_late', segmentIds: ['delivered'] }, {}, delivered)).toBe(inMeasure);
    expect(revenue({}, { segmentIds: ['delivered'], filter: 'order.is_late' }, delivered)).toBe(inMeasure);
    expect(inMeasure).not.toBe(plain);
  });
});

test.each<[string, string]>([
  ['another aggregation', revenue({ aggregation: 'average' })],
  ['another expression', revenue({ expression: 'amount * 2' })],
  ['a filter', revenue({ filter: 'not is_late' })],
  [
    'a window',
    revenue({}, { formula: { kind: 'cumulative', measureId: 'measure:amount', window: { days: 7 }, toDate: null } }),
  ],
  ['another entity', revenue({ entityId: 'item', expression: 'price' })],
])('%s is another definition', (_name, found) => {
  expect(found).not.toBe(plain);
});

test('a metric over metrics is known by what they are, not by what they are called', () => {
  const ratio = (part: string) =>
    fingerprintMetric(
      aModel(
        ...Object.values(aShop().records).filter(({ id }) => id !== 'revenue'),
        aMetric({ name: part, formula: { kind: 'simple', measureId: 'measure:amount' } }),
        aMetric({ name: 'm', formula: { kind: 'derived', formula: `${part} / 2` } }),
      ),
      'm',
    );
  expect(ratio('sales')).toBe(ratio('turnover'));
});

test('formulas in a circle have a fingerprint, too', () => {
  const a = aMetric({ name: 'a', formula: { kind: 'derived', formula: 'b' } });
  const b = aMetric({ name: 'b', formula: { kind: 'derived', formula: 'a' } });
  expect(fingerprintMetric(aShop(a, b), 'a')).toMatch(/^[0-9a-f]{32}$/);
});
