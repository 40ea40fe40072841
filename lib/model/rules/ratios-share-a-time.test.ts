import { expect, test } from 'vitest';
import { aMeasure, aMetric, aShop } from '../factories';
import { ratiosShareATime } from './ratios-share-a-time';

const parts = [
  aMeasure({ entityId: 'customer', name: 'customers', id: 'customers' }),
  aMetric({
    name: 'joined',
    formula: { kind: 'simple', measureId: 'customers' },
    timeAttributeId: 'customer.joined_at',
  }),
  aMetric({ name: 'half', formula: { kind: 'derived', formula: 'revenue / 2' } }),
  aMetric({ name: 'timeless', formula: { kind: 'simple', measureId: 'customers' } }),
];
const ratio = (numeratorId: string, denominatorId: string, timeAttributeId: string | null = null) =>
  ratiosShareATime(
    aShop(...parts, aMetric({ name: 'm', formula: { kind: 'ratio', numeratorId, denominatorId }, timeAttributeId })),
  );

test('both sides are shown over one time, their own or inherited', () => {
  expect(ratio('revenue', 'revenue')).toEqual([]);
  expect(ratio('half', 'revenue')).toEqual([]);
});

test('sides of different days are an error, and a time on top does not cure it', () => {
  const issue = {
    code: 'ratio-at-different-times',
    severity: 'error',
    at: 'm',
    numeratorTimeId: 'order.ordered_at',
    denominatorTimeId: 'customer.joined_at',
  };
  expect(ratio('half', 'joined')).toEqual([issue]);
  expect(ratio('revenue', 'joined', 'order.ordered_at')).toEqual([issue]);
});

test('a side without a time is left to the rule on times', () => {
  expect(ratio('revenue', 'timeless')).toEqual([]);
});
