import { expect, test } from 'vitest';
import { planRemoval } from '@/lib/model/edits/plan-removal';
import { aMeasure, aMetric, aModel, anEntityWith, aRelationship } from '@/lib/model/factories';
import { isFarReaching, removalWords } from './removal-words';

const model = aModel(
  anEntityWith('order', { order_id: 'string', customer_id: 'string', amount: 'decimal' }),
  anEntityWith('customer', { customer_id: 'string' }),
  aRelationship('order.customer_id', 'customer.customer_id'),
  aMeasure({ id: 'sum', entityId: 'order', name: 'sum', aggregation: 'sum', expression: 'amount' }),
  aMetric({ id: 'revenue', name: 'revenue', label: 'Revenue', formula: { kind: 'simple', measureId: 'sum' } }),
);
const plan = (ids: string[]) => planRemoval(model, { ids, productKey: null });

test('deleting an entity says what goes along and which metrics it leaves with a problem', () => {
  const words = removalWords(model, ['order'], plan(['order']));
  expect(words.what).toBe('Order');
  expect(words.along).toContain('3 fields');
  expect(words.breaks).toEqual(['Revenue']);
  expect(isFarReaching(model, ['order'], plan(['order']))).toBe(true);
});

test('what takes nothing along and breaks nothing is not worth a question', () => {
  expect(isFarReaching(model, ['revenue'], plan(['revenue']))).toBe(false);
});
