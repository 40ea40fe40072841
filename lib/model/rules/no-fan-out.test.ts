import { expect, test } from 'vitest';
import { aMeasure, aMetric, aSegment, aShop } from '../factories';
import type { MetricRecord, ModelRecord } from '../records';
import { noFanOut } from './no-fan-out';

const customers = aMeasure({ entityId: 'customer', name: 'customers', id: 'customers' });
const metric = (given: Partial<MetricRecord>) =>
  aMetric({ name: 'm', formula: { kind: 'simple', measureId: 'customers' }, ...given });
const found = (...records: ModelRecord[]) => noFanOut(aShop(customers, ...records));

test('customers cut by the status of their orders would count once per order', () => {
  expect(found(metric({ sliceIds: ['order.status'] }))).toMatchObject([
    {
      code: 'fan-out',
      severity: 'error',
      at: 'm',
      place: { in: 'slice', attributeId: 'order.status' },
      fromId: 'customer',
      toId: 'order',
      turnsAt: 'customer',
      fix: { does: { verb: 'leave-out-slice' } },
    },
  ]);
});

test('customers shown by the day of their orders, or filtered by them, would as well', () => {
  const late = aSegment({ entityId: 'order', name: 'late', filter: 'is_late' });
  const given = { timeAttributeId: 'order.ordered_at', segmentIds: ['late'], filter: 'order.is_late' };
  expect(found(late, metric(given)).map((issue) => 'place' in issue && issue.place.in)).toEqual([
    'time',
    'segment',
    'filter',
  ]);
});

test('a measure that looks down at the many in its expression would, too', () => {
  const measure = aMeasure({
    entityId: 'customer',
    name: 'x',
    id: 'x',
    aggregation: 'sum',
    expression: 'order.amount',
  });
  expect(found(measure)).toMatchObject([{ code: 'fan-out', at: 'x', place: { in: 'expression' } }]);
});

test('orders cut by the state of their customer count once each', () => {
  expect(
    found(
      aMetric({ name: 'm', formula: { kind: 'simple', measureId: 'measure:amount' }, sliceIds: ['customer.state'] }),
    ),
  ).toEqual([]);
});

test('an order value summed at the line grain is caught where the line reaches for it only if it looks down', () => {
  const up = aMeasure({ entityId: 'item', name: 'x', id: 'x', aggregation: 'max', expression: 'order.amount' });
  expect(found(up)).toEqual([]);
});
