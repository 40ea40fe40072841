import { expect, test } from 'vitest';
import { aMeasure, aMetric, aShop } from '../factories';
import type { MeasureRecord, MetricFormula } from '../records';
import { stocksAreNotSummedOverTime } from './stocks-are-not-summed-over-time';

const LAST_MONTH: MetricFormula = { kind: 'cumulative', measureId: 'level', window: { days: 30 }, toDate: null };

const over = (measure: Partial<MeasureRecord>, formula: MetricFormula = LAST_MONTH) =>
  stocksAreNotSummedOverTime(
    aShop(
      aMeasure({ entityId: 'order', name: 'level', id: 'level', expression: 'amount', behaviour: 'stock', ...measure }),
      aMetric({ name: 'm', formula, timeAttributeId: 'order.ordered_at' }),
    ),
  );

test('a running sum or count of a level is an error', () => {
  expect(over({ aggregation: 'sum' })).toEqual([
    { code: 'stock-summed-over-time', severity: 'error', at: 'm', measureId: 'level' },
  ]);
  expect(over({ aggregation: 'count' })).toHaveLength(1);
  expect(over({ aggregation: 'sum' }, { ...LAST_MONTH, window: null, toDate: 'month' })).toHaveLength(1);
});

test('its highest or average over a window is fine, and so is a running sum of what adds up', () => {
  expect(over({ aggregation: 'max' })).toEqual([]);
  expect(over({ aggregation: 'average' })).toEqual([]);
  expect(over({ aggregation: 'sum', behaviour: 'flow' })).toEqual([]);
});

test('a level shown over time is its last value per period, and fine', () => {
  expect(over({ aggregation: 'sum' }, { kind: 'simple', measureId: 'level' })).toEqual([]);
});
