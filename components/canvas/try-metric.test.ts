import { expect, test } from 'vitest';
import { aModel, anEntityWith } from '@/lib/model/factories';
import { recordsOf } from '@/lib/model/records';
import { tryMetric } from './try-metric';

const model = aModel(
  anEntityWith('order', { order_id: 'string', status: 'string', amount: 'decimal', ordered_at: 'timestamp' }),
);
const sum = {
  entityId: 'order',
  attributeId: 'order.amount',
  aggregation: 'sum',
  timeAttributeId: 'order.ordered_at',
} as const;

test('a number pulled out of an entity reads as a sentence before it is made', () => {
  const tried = tryMetric(model, sum, { kind: 'everything' }, '');
  expect(tried?.sentence).toBe('Amount is the sum of amount over Orders, by ordered at.');
  expect(recordsOf(model, 'metric')).toEqual([]);
});

test('“only delivered” is kept to be used again, and used again when it is there', () => {
  const only = { kind: 'condition', fieldId: 'order.status', test: 'is', value: 'delivered' } as const;
  const first = tryMetric(model, sum, only, 'Revenue');
  expect(first?.sentence).toBe('Revenue is the sum of amount over Orders that are delivered, by ordered at.');
  const second = tryMetric(first?.document ?? model, { ...sum, aggregation: 'average' }, only, '');
  expect(recordsOf(second?.document ?? model, 'segment')).toHaveLength(1);
});

test('a condition without a name of its own becomes a filter', () => {
  const only = { kind: 'condition', fieldId: 'order.amount', test: 'at-least', value: '100' } as const;
  const tried = tryMetric(model, sum, only, 'Large orders');
  expect(recordsOf(tried?.document ?? model, 'measure').map(({ filter }) => filter)).toEqual(['amount >= 100']);
});

test('the rows a flag is true of are counted, and called after it', () => {
  const flagged = aModel(anEntityWith('order', { order_id: 'string', is_late: 'boolean' }));
  const rows = { entityId: 'order', attributeId: null, aggregation: 'count', timeAttributeId: null } as const;
  const only = { kind: 'condition', fieldId: 'order.is_late', test: 'yes', value: '' } as const;
  expect(tryMetric(flagged, rows, only, '')?.label).toBe('Late orders');
  expect(tryMetric(flagged, rows, only, 'Delays')?.sentence).toMatch(/^Delays is the number of Orders that are late/);
});

test('an unfinished condition makes nothing', () => {
  const only = { kind: 'condition', fieldId: 'order.status', test: 'is', value: '' } as const;
  expect(tryMetric(model, sum, only, '')).toBe(null);
});
