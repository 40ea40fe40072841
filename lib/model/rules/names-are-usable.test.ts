import { expect, test } from 'vitest';
import { aMetric, aModel, anEntity } from '../factories';
import { isUsable, namesAreUsable } from './names-are-usable';

test.each(['order', 'Order value', 'ünïcode', 'select', '2nd'])('“%s” can be written wherever names are', (name) => {
  expect(isUsable(name)).toBe(true);
});

test.each(['', ' order', 'order ', 'order.status', 'the "order"', 'a\nb'])('“%s” cannot', (name) => {
  expect(isUsable(name)).toBe(false);
});

test('a record nobody named yet is an error at that record', () => {
  const model = aModel(
    { ...anEntity({ name: '' }), id: 'e' },
    aMetric({ name: 'ok', formula: { kind: 'derived', formula: '1' } }),
  );
  expect(namesAreUsable(model)).toEqual([{ code: 'unusable-name', severity: 'error', at: 'e', name: '' }]);
});
