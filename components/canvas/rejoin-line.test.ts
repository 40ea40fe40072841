import { expect, test } from 'vitest';
import { setGrain } from '@/lib/model/edits/set-grain';
import { aModel, anEntityWith, aRelationship } from '@/lib/model/factories';
import { rejoinLine, rejoinRefusal, rejoinRefusals } from './rejoin-line';

const drawn = aModel(
  anEntityWith('order', { order_id: 'string', customer_id: 'string', depot: 'string', ordered_at: 'timestamp' }),
  anEntityWith('customer', { customer_id: 'string', depot: 'string', is_active: 'boolean' }),
  anEntityWith('place', { street: 'string', town: 'string' }),
  aRelationship('order.customer_id', 'customer.customer_id', { name: 'places' }),
  aRelationship('order.depot', 'customer.depot', { name: 'delivers' }),
);
const keyed = [
  { entityId: 'order', attributeIds: ['order.order_id'] },
  { entityId: 'customer', attributeIds: ['customer.customer_id'] },
  { entityId: 'place', attributeIds: ['place.street', 'place.town'] },
].reduce((model, grain) => setGrain(model, grain), drawn);
const end = { lineId: 'places', end: 'to' } as const;

test('an end is put onto another field, and onto an entity by its key', () => {
  expect(rejoinLine(keyed, end, 'place.town').records.places).toMatchObject({
    from: { entityId: 'order', attributeIds: ['order.customer_id'] },
    to: { entityId: 'place', attributeIds: ['place.town'] },
  });
  expect(rejoinLine(keyed, { lineId: 'places', end: 'from' }, 'order').records.places).toMatchObject({
    from: { entityId: 'order', attributeIds: ['order.order_id'] },
    to: { entityId: 'customer', attributeIds: ['customer.customer_id'] },
    cardinality: 'one-to-one',
  });
});

test('how many belong together is left open where the keys say nothing, and kept where somebody said it themselves', () => {
  const guessed = rejoinLine(keyed, end, 'customer.customer_id');
  const read = rejoinLine({ ...guessed }, { lineId: 'places', end: 'from' }, 'order.depot');
  expect(read.records.places).toMatchObject({ cardinality: 'many-to-one' });
  expect(rejoinLine(read, end, 'place.town').records.places).toMatchObject({ cardinality: null });
  expect(rejoinLine(keyed, { lineId: 'delivers', end: 'to' }, 'place.town').records.delivers).toMatchObject({
    cardinality: 'many-to-one',
  });
});

test('what cannot be is refused with its reason, for fields and for entities', () => {
  const refusals = rejoinRefusals(keyed, end);
  expect(refusals.get('customer.is_active')).toBe(
    'Is active is yes or no and Customer id is text: they can never be equal.',
  );
  expect(refusals.get('place')).toBe('Place is identified by 2 fields, and this line matches on one field.');
  expect(refusals.get('place.town')).toBe(null);
  expect(refusals.has('order.customer_id')).toBe(false);
  const keyless = setGrain(keyed, { entityId: 'place', attributeIds: [] });
  expect(rejoinRefusal(keyless, end, 'place')).toBe(
    'Nothing says yet what identifies a row of Place: let go on a field of it.',
  );
  expect(rejoinRefusal(keyed, end, 'order.customer_id')).toBe('A field cannot be joined to itself.');
  const apart = rejoinLine(keyed, { lineId: 'places', end: 'from' }, 'order.depot');
  expect(rejoinRefusal(apart, end, 'customer.depot')).toBe('These two are joined already.');
  expect(rejoinLine(keyed, end, 'customer.is_active')).toBe(keyed);
});
