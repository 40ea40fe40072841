import { expect, test } from 'vitest';
import { aModel, anEntityWith, aRelationship, aShop } from './factories';
import { wayTo } from './ways';

test('up the many-to-one lines is a path', () => {
  expect(wayTo(aShop(), 'item', 'customer')).toMatchObject({ is: 'path' });
});

test('down from the one side is a fan-out, said where it turns', () => {
  expect(wayTo(aShop(), 'customer', 'order')).toMatchObject({ is: 'fan-out', turnsAt: 'customer' });
  expect(wayTo(aShop(), 'customer', 'item')).toMatchObject({ is: 'fan-out', turnsAt: 'customer' });
});

test('up and down again is a chasm, said where the branches meet', () => {
  expect(wayTo(aShop(), 'review', 'item')).toMatchObject({ is: 'chasm', turnsAt: 'order' });
});

test('a one-to-one on the way makes no chasm out of a fan-out', () => {
  const model = aModel(
    anEntityWith('invoice', { order_id: 'string' }),
    anEntityWith('order', { order_id: 'string' }),
    anEntityWith('item', { item_id: 'string', order_id: 'string' }),
    aRelationship('invoice.order_id', 'order.order_id', { name: 'bills', cardinality: 'one-to-one' }),
    aRelationship('item.order_id', 'order.order_id', { name: 'item_of' }),
  );
  expect(wayTo(model, 'invoice', 'item')).toMatchObject({ is: 'fan-out', turnsAt: 'order' });
});

test('without any line there is no way', () => {
  expect(wayTo(aShop(anEntityWith('depot', { depot_id: 'string' })), 'order', 'depot')).toEqual({ is: 'none' });
});
