import { expect, test } from 'vitest';
import { aMeasure, aMetric, aModel, anEntityWith, aRelationship } from '@/lib/model/factories';
import { copyRecords, readCopied } from './clipboard-text';

const model = aModel(
  anEntityWith('order', { order_id: 'string', customer_id: 'string' }),
  anEntityWith('customer', { customer_id: 'string' }),
  aRelationship('order.customer_id', 'customer.customer_id'),
  aMeasure({ id: 'count', entityId: 'order', name: 'count' }),
  aMetric({ name: 'orders', formula: { kind: 'simple', measureId: 'count' } }),
);
const kinds = (ids: string[]) =>
  readCopied(copyRecords(model, ids, {}))
    ?.records.map(({ kind }) => kind)
    .sort();

test('an entity is copied with its fields, and two entities with the line between them', () => {
  expect(kinds(['customer'])).toEqual(['attribute', 'entity']);
  expect(kinds(['customer', 'order'])).toContain('relationship');
});

test('cards are copied with where they stand, so that another model shows them arranged as they were', () => {
  const places = { order: { x: 10, y: 20 }, customer: { x: 400, y: 0 } };
  expect(readCopied(copyRecords(model, ['order'], places))?.places).toEqual({ order: { x: 10, y: 20 } });
});

test('a metric is copied with what it measures', () => {
  expect(kinds(['orders'])).toEqual(['measure', 'metric']);
});

test('text that is something else pastes nothing', () => {
  expect(readCopied('hello')).toBe(null);
  expect(readCopied('{"headwater":"records","records":[{"kind":"entity"}]}')).toBe(null);
});
