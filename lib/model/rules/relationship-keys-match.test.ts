import { expect, test } from 'vitest';
import { aRelationship, aShop } from '../factories';
import { relationshipKeysMatch } from './relationship-keys-match';

const related = (from: string | string[], to: string | string[]) =>
  relationshipKeysMatch(aShop(aRelationship(from, to, { name: 'places' })));

test('both ends name as many attributes, pair by pair of types that can be compared', () => {
  expect(related('order.customer_id', 'customer.customer_id')).toEqual([]);
  expect(related(['order.customer_id', 'order.status'], ['customer.customer_id', 'customer.state'])).toEqual([]);
  expect(related('item.price', 'item.pieces')).toEqual([]);
});

test('two attributes against one are unequal, and so is none against none', () => {
  expect(related(['order.customer_id', 'order.status'], 'customer.customer_id')).toEqual([
    { code: 'unequal-keys', severity: 'error', at: 'places', fromCount: 2, toCount: 1 },
  ]);
  expect(related([], [])).toMatchObject([{ code: 'unequal-keys', fromCount: 0, toCount: 0 }]);
});

test('a text against a number is incompatible, and each such pair is told', () => {
  expect(related(['order.customer_id', 'order.amount'], ['item.pieces', 'item.category'])).toMatchObject([
    {
      code: 'incompatible-keys',
      fromId: 'order.customer_id',
      toId: 'item.pieces',
      fromType: 'string',
      toType: 'integer',
    },
    { code: 'incompatible-keys', fromId: 'order.amount', toId: 'item.category' },
  ]);
});
