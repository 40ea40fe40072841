import { expect, test } from 'vitest';
import { aDriver, aModel, anAttribute, anExpectation, aRelationship, aSegment, aShop } from './factories';
import { findByName, labelOfRecord, nameOfRecord } from './names';

const shop = aShop(
  aSegment({ entityId: 'order', name: 'delivered', filter: "status = 'delivered'" }),
  aDriver({ fromId: 'revenue', driver: 'influence', toId: 'revenue' }),
  aDriver({ fromId: 'revenue', driver: 'segment', byId: 'customer.state' }),
  anExpectation({ rule: { rule: 'freshness', maxMinutes: 60 } }),
  anExpectation({ rule: { rule: 'not-null' }, onId: 'order.status' }),
  anAttribute({ entityId: 'order', name: 'ordered_at', label: 'Order date', type: 'timestamp' }),
);

test.each([
  ['order', 'order'],
  ['order.status', 'order.status'],
  ['places', 'places'],
  ['delivered', 'delivered'],
  ['measure:amount', 'amount'],
  ['revenue', 'revenue'],
  ['revenue>revenue', 'revenue → revenue'],
  ['revenue>customer.state', 'revenue by customer.state'],
  ['freshness:model', 'freshness on model'],
  ['not-null:order.status', 'not-null on order.status'],
  ['long-gone', 'long-gone'],
  ['__proto__', '__proto__'],
])('the record %s is called “%s”', (id, name) => {
  expect(nameOfRecord(shop, id)).toBe(name);
});

test('nothing is the model', () => {
  expect(nameOfRecord(shop, null)).toBe('model');
});

test('a record is found by what it is called, within its kind', () => {
  expect(findByName(shop, 'entity', 'order')?.id).toBe('order');
  expect(findByName(shop, 'attribute', 'order.status')?.id).toBe('order.status');
  expect(findByName(shop, 'measure', 'amount')?.id).toBe('measure:amount');
  expect(findByName(shop, 'relationship', 'places')?.id).toBe('places');
  expect(findByName(shop, 'metric', 'amount')).toBeNull();
  expect(findByName(shop, 'attribute', 'status')).toBeNull();
  expect(findByName(shop, 'attribute', 'nobody.status')).toBeNull();
});

test('of two records of one name the first in order is found', () => {
  const twice = aShop(aRelationship('order.order_id', 'item.order_id', { id: 'other', name: 'places' }));
  expect(findByName(twice, 'relationship', 'places')?.id).toBe('places');
});

test('a label is what a person wrote, else the name in words', () => {
  expect(labelOfRecord(shop, 'order.ordered_at')).toBe('Order date');
  expect(labelOfRecord(shop, 'customer.joined_at')).toBe('Joined at');
  expect(labelOfRecord(shop, 'freshness:model')).toBe('freshness on model');
});

test('a driver or a need that names another one, or itself, is still called something', () => {
  const model = aModel(
    aDriver({ id: 'loop', fromId: 'loop', driver: 'influence', toId: 'need' }),
    anExpectation({ id: 'need', onId: 'need', rule: { rule: 'not-null' } }),
  );
  expect(nameOfRecord(model, 'loop')).toBe('loop → need');
  expect(nameOfRecord(model, 'need')).toBe('not-null on need');
});
