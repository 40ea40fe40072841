import { expect, test } from 'vitest';
import { aMetric, aShop } from '../factories';
import { timesAreTimes } from './times-are-times';

const timed = (timeAttributeId: string) =>
  timesAreTimes(
    aShop(aMetric({ name: 'm', formula: { kind: 'simple', measureId: 'measure:amount' }, timeAttributeId })),
  );

test('a metric is shown over a date or a timestamp', () => {
  expect(timed('order.ordered_at')).toEqual([]);
  expect(timed('order.status')).toEqual([
    { code: 'time-is-no-time', severity: 'error', at: 'm', attributeId: 'order.status', type: 'string' },
  ]);
});
