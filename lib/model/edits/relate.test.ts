import { expect, test } from 'vitest';
import { anEntityWith, aShop } from '../factories';
import { relate } from './relate';

const address = anEntityWith('address', { address_id: 'string', city: 'string', street: 'string' });
const shop = aShop(address, anEntityWith('invoice', { order_id: 'string', paid_by: 'string' }));
const drawn = (fromId: string, toId: string, document = shop) =>
  relate(document, { id: 'line', pairs: [{ fromId, toId }] });

test('a line to a key is many-to-one, and one between keys is one-to-one', () => {
  expect(drawn('order.status', 'address.address_id').records.line).toMatchObject({
    name: 'order_address',
    cardinality: 'many-to-one',
    from: { entityId: 'order', attributeIds: ['order.status'] },
    to: { entityId: 'address', attributeIds: ['address.address_id'] },
    role: null,
  });
  expect(drawn('invoice.order_id', 'order.order_id').records.line).toMatchObject({ cardinality: 'one-to-one' });
});

test('a line drawn from the one to the many is turned round', () => {
  expect(drawn('address.address_id', 'order.status').records.line).toMatchObject({
    cardinality: 'many-to-one',
    from: { entityId: 'order' },
    to: { entityId: 'address' },
  });
});

test('between two attributes that are no keys the cardinality is left open', () => {
  expect(drawn('order.status', 'address.city').records.line).toMatchObject({ cardinality: null });
});

test('several pairs are one line', () => {
  const pairs = [
    { fromId: 'order.status', toId: 'address.city' },
    { fromId: 'order.customer_id', toId: 'address.street' },
  ];
  expect(relate(shop, { id: 'line', pairs }).records.line).toMatchObject({
    from: { attributeIds: ['order.status', 'order.customer_id'] },
    to: { attributeIds: ['address.city', 'address.street'] },
  });
});

test('a second line between two entities gives both a role, so that each can be named', () => {
  const once = drawn('invoice.paid_by', 'customer.customer_id');
  const twice = relate(once, { id: 'second', pairs: [{ fromId: 'invoice.order_id', toId: 'customer.customer_id' }] });
  expect(twice.records.line).toMatchObject({ name: 'invoice_customer', role: 'paid_by' });
  expect(twice.records.second).toMatchObject({ name: 'invoice_customer_2', role: 'order_2' });
});

test('a line that is there, one to itself, and one that ends nowhere change nothing', () => {
  expect(drawn('order.customer_id', 'customer.customer_id')).toBe(shop);
  expect(drawn('customer.customer_id', 'order.customer_id')).toBe(shop);
  expect(drawn('order.status', 'order.status')).toBe(shop);
  expect(drawn('order.status', 'gone')).toBe(shop);
  expect(relate(shop, { id: 'line', pairs: [] })).toBe(shop);
  const mixed = [
    { fromId: 'order.status', toId: 'address.city' },
    { fromId: 'item.price', toId: 'address.street' },
  ];
  expect(relate(shop, { id: 'line', pairs: mixed })).toBe(shop);
});

test('an entity may lead to itself', () => {
  expect(drawn('order.status', 'order.order_id').records.line).toMatchObject({
    cardinality: 'many-to-one',
    name: 'order_order',
  });
});
