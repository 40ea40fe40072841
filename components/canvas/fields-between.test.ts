import { expect, test } from 'vitest';
import { aModel, anEntityWith } from '@/lib/model/factories';
import { fieldsBetween } from './fields-between';

const drawn = aModel(
  anEntityWith('order', { order_id: 'string', customer_id: 'string', depot: 'string', ordered_at: 'timestamp' }),
  anEntityWith('customer', { customer_id: 'string' }),
);

test('fields are reached in the order in which they were pointed at, both ways, and the last is the one pointed at', () => {
  const down = ['order.customer_id', 'order.depot', 'order.ordered_at'];
  expect(fieldsBetween(drawn, 'order.customer_id', 'order.ordered_at')).toEqual(down);
  expect(fieldsBetween(drawn, 'order.ordered_at', 'order.customer_id')).toEqual(down.reverse());
  expect(fieldsBetween(drawn, 'order.depot', 'order.depot')).toEqual(['order.depot']);
});

test('no field is reached from another entity, nor from nothing', () => {
  expect(fieldsBetween(drawn, 'customer.customer_id', 'order.depot')).toEqual(['order.depot']);
  expect(fieldsBetween(drawn, undefined, 'order.depot')).toEqual(['order.depot']);
});
