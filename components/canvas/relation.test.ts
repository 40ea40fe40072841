import { expect, test } from 'vitest';
import { setGrain } from '@/lib/model/edits/set-grain';
import { aModel, anEntityWith, aRelationship } from '@/lib/model/factories';
import { joinLine, linesJoining } from './join-line';
import { relationRefusal, relationRefusals } from './relation-refusal';

const model = aModel(
  anEntityWith('order', { order_id: 'string', customer_id: 'string', ordered_at: 'timestamp', depot: 'string' }),
  anEntityWith('customer', { customer_id: 'string', depot: 'string', is_active: 'boolean' }),
  aRelationship('order.customer_id', 'customer.customer_id', { name: 'places' }),
);

test('fields that can never be equal are refused, with both said by name', () => {
  const words = relationRefusal(model, 'order.ordered_at', 'customer.is_active');
  expect(words).toBe('Ordered at is a moment and Is active is yes or no: they can never be equal.');
});

test('fields that are joined already are refused, whichever end was dragged', () => {
  expect(relationRefusal(model, 'customer.customer_id', 'order.customer_id')).toBe('These two are joined already.');
});

test('every other field is told whether it may be dropped on', () => {
  const refusals = relationRefusals(model, 'order.depot');
  expect(refusals.get('customer.depot')).toBe(null);
  expect(refusals.get('customer.is_active')).not.toBe(null);
  expect(refusals.has('order.depot')).toBe(false);
  expect(refusals.has('order')).toBe(false);
});

test('an entity may be dropped on where one field identifies its rows', () => {
  expect(relationRefusals(model, 'order.depot').get('customer')).toBe(null);
  expect(relationRefusals(model, 'order.ordered_at').get('customer')).toMatch(/they can never be equal/);
  const keyless = setGrain(model, { entityId: 'customer', attributeIds: [] });
  expect(relationRefusals(keyless, 'order.depot').get('customer')).toMatch(/^Nothing says yet what identifies a row/);
});

test('a further pair between the same two entities joins their line, each field on its own side', () => {
  expect(linesJoining(model, 'customer.depot', 'order.depot').map(({ id }) => id)).toEqual(['places']);
  const joined = joinLine(model, 'places', 'customer.depot', 'order.depot');
  expect(joined.records.places).toMatchObject({
    from: { entityId: 'order', attributeIds: ['order.customer_id', 'order.depot'] },
    to: { entityId: 'customer', attributeIds: ['customer.customer_id', 'customer.depot'] },
  });
});
