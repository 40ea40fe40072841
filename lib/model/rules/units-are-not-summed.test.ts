import { expect, test } from 'vitest';
import { aMeasure, aMetric, aShop } from '../factories';
import type { MeasureRecord } from '../records';
import { unitsAreNotSummed } from './units-are-not-summed';

const over = (measure: Partial<MeasureRecord>, kind: 'simple' | 'cumulative' = 'simple') =>
  unitsAreNotSummed(
    aShop(
      aMeasure({ entityId: 'order', name: 'rate', id: 'rate', expression: 'amount', behaviour: 'unit', ...measure }),
      aMetric({
        name: 'm',
        formula:
          kind === 'simple'
            ? { kind, measureId: 'rate' }
            : { kind, measureId: 'rate', window: { days: 7 }, toDate: null },
        timeAttributeId: 'order.ordered_at',
      }),
    ),
  );

test('a sum of what never adds is a warning, and so is its sum over time', () => {
  const atMeasure = { code: 'unit-summed', severity: 'warning', at: 'rate', measureId: 'rate' };
  expect(over({ aggregation: 'sum' })).toEqual([atMeasure]);
  expect(over({ aggregation: 'sum' }, 'cumulative')).toEqual([atMeasure, { ...atMeasure, at: 'm' }]);
});

test('its average, how many there are, and a sum of what adds up are fine', () => {
  expect(over({ aggregation: 'average' }, 'cumulative')).toEqual([]);
  expect(over({ aggregation: 'count' }, 'cumulative')).toEqual([]);
  expect(over({ aggregation: 'sum', behaviour: 'flow' }, 'cumulative')).toEqual([]);
});
