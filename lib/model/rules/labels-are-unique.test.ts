import { expect, test } from 'vitest';
import { aMetric, anAttribute, anEntity, aShop } from '../factories';
import { labelsAreUnique } from './labels-are-unique';

test('a shop where everything reads differently is fine', () => {
  expect(labelsAreUnique(aShop())).toEqual([]);
});

test('the later of two cards that read alike is told, and may be called something free', () => {
  const alike = ['order_2', 'order_3'].map((name) => anEntity({ id: name, name, label: 'order' }));
  expect(labelsAreUnique(aShop(...alike))).toMatchObject([
    {
      code: 'label-collision',
      severity: 'warning',
      at: 'order_2',
      otherId: 'order',
      fix: { put: [{ label: 'order 2' }] },
    },
    { at: 'order_3', otherId: 'order' },
  ]);
});

test('two fields of one card may not read alike, those of two cards may', () => {
  const status = (entityId: string) => anAttribute({ entityId, name: 'state_of_it', id: 'again', label: 'Status' });
  expect(labelsAreUnique(aShop(status('order')))).toMatchObject([{ at: 'again', otherId: 'order.status' }]);
  expect(labelsAreUnique(aShop(status('item')))).toEqual([]);
});

test('what bears one name is told by the rule on names, and a metric may be called like an entity', () => {
  const model = aShop(
    anAttribute({ entityId: 'order', name: 'status', id: 'again' }),
    aMetric({ name: 'orders', label: 'Order', formula: { kind: 'simple', measureId: null } }),
  );
  expect(labelsAreUnique(model)).toEqual([]);
});
