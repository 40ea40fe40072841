import { expect, test } from 'vitest';
import { anEntity, anExpectation, aRelationship, aShop } from '../factories';
import type { ModelRecord, RelationshipRecord } from '../records';
import { oneEndsAreUnique } from './one-ends-are-unique';

const related = (from: string, to: string, cardinality: RelationshipRecord['cardinality'], ...more: ModelRecord[]) =>
  oneEndsAreUnique(aShop(aRelationship(from, to, { name: 'places', cardinality }), ...more));

test('a one end that is the whole grain is unique', () => {
  expect(related('order.customer_id', 'customer.customer_id', 'many-to-one')).toEqual([]);
  expect(related('order.order_id', 'customer.customer_id', 'one-to-one')).toEqual([]);
});

test('a one end that is neither the grain nor declared unique is an error', () => {
  expect(related('order.status', 'customer.state', 'many-to-one')).toEqual([
    {
      code: 'one-end-not-unique',
      severity: 'error',
      at: 'places',
      entityId: 'customer',
      attributeIds: ['customer.state'],
      grain: ['customer.customer_id'],
    },
  ]);
});

test('a part of a composite grain is not the whole of it', () => {
  const composite = anEntity({ name: 'customer', grain: ['customer.customer_id', 'customer.state'] });
  expect(related('order.customer_id', 'customer.customer_id', 'many-to-one', composite)).toHaveLength(1);
});

test('declared unique is as good, on the entity or on the attribute', () => {
  const onEntity = anExpectation({ onId: 'customer', rule: { rule: 'unique', attributes: ['customer.state'] } });
  const onAttribute = anExpectation({ onId: 'customer.state', rule: { rule: 'unique' } });
  expect(related('order.status', 'customer.state', 'many-to-one', onEntity)).toEqual([]);
  expect(related('order.status', 'customer.state', 'many-to-one', onAttribute)).toEqual([]);
});

test('a line drawn the wrong way round can be turned', () => {
  expect(related('customer.customer_id', 'order.customer_id', 'many-to-one')).toMatchObject([
    { entityId: 'order', fix: { does: { verb: 'set-cardinality', cardinality: 'one-to-many' } } },
  ]);
  expect(related('customer.customer_id', 'order.customer_id', 'one-to-many')).toEqual([]);
});

test('an entity without a grain is left to the rule on grains', () => {
  expect(related('order.customer_id', 'customer.customer_id', 'many-to-one', anEntity({ name: 'customer' }))).toEqual(
    [],
  );
});
