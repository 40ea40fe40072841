import { expect, test } from 'vitest';
import { aMeasure, aMetric, aShop } from '../factories';
import { noChasm } from './no-chasm';

const reviews = aMeasure({ entityId: 'review', name: 'reviews', id: 'reviews' });

test('reviews cut by the category of the items in the same order would count once per item', () => {
  const cut = aMetric({ name: 'm', formula: { kind: 'simple', measureId: 'reviews' }, sliceIds: ['item.category'] });
  expect(noChasm(aShop(reviews, cut))).toMatchObject([
    { code: 'chasm', severity: 'error', at: 'm', fromId: 'review', toId: 'item', turnsAt: 'order' },
  ]);
});

test('a ratio over two branches is fine until it is cut by one of them', () => {
  const count = aMetric({
    name: 'count',
    formula: { kind: 'simple', measureId: 'reviews' },
    timeAttributeId: 'review.created_at',
  });
  const ratio = (sliceIds: string[]) =>
    aMetric({ name: 'm', formula: { kind: 'ratio', numeratorId: 'revenue', denominatorId: 'count' }, sliceIds });
  expect(noChasm(aShop(reviews, count, ratio(['customer.state'])))).toEqual([]);
  expect(noChasm(aShop(reviews, count, ratio(['item.category'])))).toMatchObject([{ at: 'm', fromId: 'review' }]);
});
