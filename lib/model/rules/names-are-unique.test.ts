import { expect, test } from 'vitest';
import { aMeasure, anAttribute, aRelationship, aShop } from '../factories';
import { namesAreUnique } from './names-are-unique';

test('a shop where everything has its own name is fine', () => {
  expect(namesAreUnique(aShop())).toEqual([]);
});

test('the later of two attributes of one name is at fault', () => {
  const model = aShop(anAttribute({ entityId: 'order', name: 'status', id: 'again' }));
  expect(namesAreUnique(model)).toEqual([
    { code: 'name-collision', severity: 'error', at: 'again', name: 'status', otherId: 'order.status' },
  ]);
});

test('two entities may each have a status, and a measure may be called like a metric', () => {
  const model = aShop(
    anAttribute({ entityId: 'customer', name: 'status' }),
    aMeasure({ entityId: 'order', name: 'revenue' }),
  );
  expect(namesAreUnique(model)).toEqual([]);
});

test('a role may be called like the entity it leads to, and not like another', () => {
  const role = (name: string) =>
    namesAreUnique(aShop(aRelationship('order.customer_id', 'customer.customer_id', { name: 'places', role: name })));
  expect(role('customer')).toEqual([]);
  expect(role('buyer')).toEqual([]);
  expect(role('item')).toMatchObject([{ code: 'name-collision', at: 'places', otherId: 'item' }]);
});
