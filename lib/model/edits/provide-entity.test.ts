import { expect, test } from 'vitest';
import { anEntityWith } from '../factories';
import { attributesIn, indexModel } from '../model-index';
import { EMPTY_MODEL, type ModelDocument } from '../records';
import type { Offer } from './provide-attribute';
import { provideEntity } from './provide-entity';
import { putRecords } from './put-records';

const offer = (name: string, type: Offer['type']): Offer => ({ name, type, unit: null, classification: null });
const given = {
  entity: 'settled',
  wish: { label: 'Payment settled', description: null, synonyms: [] },
  input: { entity: 'src-payments.payment' },
  offers: [offer('order_id', 'string'), offer('sequence', 'integer'), offer('instalments', 'integer')],
  grain: ['order_id', 'sequence'],
};
const wish = { label: null, description: null, type: 'string', role: 'text', unit: null } as const;

function provided(document: ModelDocument, fields: { name: string; from: string | null }[]): string[] {
  let count = 0;
  const newId = () => `id-${++count}`;
  const made = provideEntity(document, { ...given, newId, fields: fields.map((field) => ({ ...field, wish })) });
  const entity = indexModel(made).entityByName.get('settled');
  if (!entity?.derivation) throw new Error('nothing was made');
  const keys = new Set(entity.grain);
  return attributesIn(made, entity.id).map(
    ({ id, name, type, expression }) => `${keys.has(id) ? 'key ' : ''}${name} ${type} from ${expression}`,
  );
}

test('fields come from their names at the input, and what it lacks stays a wish', () => {
  const fields = [
    { name: 'number', from: 'order_id' },
    { name: 'parts', from: 'instalments' },
    { name: 'booked_at', from: null },
  ];
  expect(provided(EMPTY_MODEL, fields)).toEqual([
    'key number string from p.order_id',
    'parts integer from p.instalments',
    'booked_at string from null',
    'key sequence integer from p.sequence',
  ]);
});

test('an entity that stands unbound takes the origin, and what was bound in it stays', () => {
  const [entity, ...attributes] = anEntityWith('settled', { order_id: 'string', parts: 'integer' });
  if (entity?.kind !== 'entity') throw new Error('the first record is the entity');
  const bound = attributes.map((one) =>
    one.kind === 'attribute' && one.name === 'parts' ? { ...one, expression: '1' } : one,
  );
  const drawn = putRecords(EMPTY_MODEL, { ...entity, grain: [] }, ...bound);
  const fields = [
    { name: 'order_id', from: 'order_id' },
    { name: 'parts', from: 'instalments' },
  ];
  expect(provided(drawn, fields)).toEqual([
    'key order_id string from p.order_id',
    'parts integer from 1',
    'key sequence integer from p.sequence',
  ]);
});
