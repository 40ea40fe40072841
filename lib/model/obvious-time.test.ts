import { expect, test } from 'vitest';
import { aMeasure, aMetric, anAttribute, anEntityWith, aShop } from './factories';
import { obviousTime } from './obvious-time';

const items = aMeasure({ entityId: 'item', name: 'items', id: 'items' });
const shown = (name: string, timeAttributeId: string) =>
  aMetric({ name, formula: { kind: 'simple', measureId: 'items' }, timeAttributeId });

test('the only time an entity has goes without saying', () => {
  expect(obviousTime(aShop(), 'customer')).toBe('customer.joined_at');
  expect(obviousTime(aShop(), 'item')).toBeNull();
});

test('the one its other metrics use goes before, also from afar', () => {
  expect(obviousTime(aShop(items, shown('a', 'order.ordered_at')), 'item')).toBe('order.ordered_at');
});

test('of two none is obvious', () => {
  const paid = anAttribute({ entityId: 'customer', name: 'left_at', type: 'timestamp', role: 'time' });
  expect(obviousTime(aShop(paid), 'customer')).toBeNull();
  expect(
    obviousTime(aShop(items, shown('a', 'order.ordered_at'), shown('b', 'customer.joined_at')), 'item'),
  ).toBeNull();
});

test('a time that is out of reach or has no days is none', () => {
  const depot = anEntityWith('depot', { depot_id: 'string', opened_at: 'timestamp' });
  expect(obviousTime(aShop(depot, items, shown('a', 'depot.opened_at')), 'item')).toBeNull();
  const clock = anAttribute({ entityId: 'customer', name: 'joined_at', type: 'time', role: 'time' });
  expect(obviousTime(aShop(clock), 'customer')).toBeNull();
});
