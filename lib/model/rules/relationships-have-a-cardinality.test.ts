import { expect, test } from 'vitest';
import { aRelationship, aShop } from '../factories';
import { relationshipsHaveACardinality } from './relationships-have-a-cardinality';

test('a relationship without cardinality is an error, and what the keys say is offered', () => {
  const line = { name: 'places', cardinality: null };
  const toKey = aShop(aRelationship('order.customer_id', 'customer.customer_id', line));
  expect(relationshipsHaveACardinality(toKey)).toMatchObject([
    { code: 'relationship-without-cardinality', at: 'places', fix: { put: [{ cardinality: 'many-to-one' }] } },
  ]);
  const betweenKeys = aShop(aRelationship('order.order_id', 'customer.customer_id', line));
  expect(relationshipsHaveACardinality(betweenKeys)).toMatchObject([{ fix: { put: [{ cardinality: 'one-to-one' }] } }]);
});

test('where no end is a key, it is many-to-many and nothing is offered', () => {
  const model = aShop(aRelationship('order.status', 'customer.state', { name: 'places', cardinality: null }));
  expect(relationshipsHaveACardinality(model)).toEqual([
    { code: 'relationship-without-cardinality', severity: 'error', at: 'places' },
  ]);
});
