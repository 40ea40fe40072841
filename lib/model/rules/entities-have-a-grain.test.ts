import { expect, test } from 'vitest';
import { aModel, anAttribute, anEntity, aShop } from '../factories';
import { entitiesHaveAGrain } from './entities-have-a-grain';

test('every entity of the shop says what one row is', () => {
  expect(entitiesHaveAGrain(aShop())).toEqual([]);
});

test('an entity without a grain is an error, and its only identifier is offered', () => {
  const key = anAttribute({ entityId: 'depot', name: 'depot_id', role: 'identifier' });
  const model = aModel(anEntity({ name: 'depot' }), key, anAttribute({ entityId: 'depot', name: 'city' }));
  expect(entitiesHaveAGrain(model)).toMatchObject([
    {
      code: 'missing-grain',
      severity: 'error',
      at: 'depot',
      fix: { put: [{ id: 'depot', grain: ['depot.depot_id'] }] },
    },
  ]);
});

test('of two identifiers none is chosen', () => {
  const model = aModel(
    anEntity({ name: 'line' }),
    anAttribute({ entityId: 'line', name: 'order_id', role: 'identifier' }),
    anAttribute({ entityId: 'line', name: 'line', role: 'identifier' }),
  );
  expect(entitiesHaveAGrain(model)).toEqual([{ code: 'missing-grain', severity: 'error', at: 'line' }]);
});
