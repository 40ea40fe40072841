import { describe, expect, test } from 'vitest';
import { aModel, anAttribute, anEntity, anEntityWith } from '../factories';
import { attributeNamesIn, indexModel } from '../model-index';
import type { ModelDocument } from '../records';
import { type Provision, provideAttribute } from './provide-attribute';

const orders = aModel(
  anEntity({
    name: 'order',
    grain: ['order_id'],
    derivation: { from: { entity: 'agg-economics.order', as: 'e' }, joins: [], where: null, groupBy: [] },
  }),
  anAttribute({ id: 'order_id', entityId: 'order', name: 'order_id', role: 'identifier', expression: 'e.order_id' }),
);
const wish = { label: 'Instalments', description: null, type: 'integer', role: 'number', unit: null } as const;
const offer = { name: 'instalments', type: 'integer', unit: null, classification: 'internal' } as const;

function provide(from: Provision['from'], document: ModelDocument = orders) {
  let made = 0;
  const given = { newId: () => `n${made++}`, product: 'agg-customer', entity: 'order', attribute: 'instalments' };
  return provideAttribute(document, { ...given, wish, from });
}

const key = (name: string, type: 'string' | 'integer') => ({ name, type, unit: null, classification: null });

const payments: Extract<Provision['from'], { kind: 'input' }> = {
  kind: 'input',
  input: { entity: 'src-payments.payment' },
  offer,
  grain: [key('order_id', 'string'), key('sequence', 'integer')],
  join: { type: 'left', keys: [{ own: 'order_id', other: 'order_id' }] },
  collapse: null,
};

function made(result: ReturnType<typeof provide>): ModelDocument {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
function attribute(document: ModelDocument, entity: string, name: string) {
  const record = indexModel(document).entityByName.get(entity);
  return record && attributeNamesIn(document, record.id).get(name);
}

describe('providing an attribute', () => {
  test('a join that would count rows twice is refused, and says which keys are missing', () => {
    expect(provide(payments)).toEqual({
      ok: false,
      error: {
        code: 'join-multiplies',
        input: 'src-payments.payment',
        keys: ['order_id'],
        grain: ['order_id', 'sequence'],
      },
    });
  });

  test('collapsed to one row per key first, it is joined without changing the rows', () => {
    const document = made(provide({ ...payments, collapse: 'max' }));
    const own = indexModel(document).entityByName.get('payment_per_order_id');
    expect(own?.derivation).toMatchObject({ from: { entity: 'src-payments.payment', as: 'p' } });
    expect(own?.grain).toEqual(own?.derivation?.groupBy);
    expect(attribute(document, 'payment_per_order_id', 'instalments')?.expression).toBe('max(p.instalments)');
    expect(indexModel(document).entityByName.get('order')?.derivation?.joins).toEqual([
      { entity: 'agg-customer.payment_per_order_id', as: 'p', type: 'left', on: 'p.order_id = e.order_id' },
    ]);
    expect(attribute(document, 'order', 'instalments')).toMatchObject({
      expression: 'p.instalments',
      type: 'integer',
      label: 'Instalments',
      classification: 'internal',
    });
  });

  test('a second field of the same input by the same key is held by the entity that was made for the first', () => {
    const first = made(provide({ ...payments, collapse: 'max' }));
    let ids = 0;
    const second = provideAttribute(first, {
      newId: () => `m${ids++}`,
      product: 'agg-customer',
      entity: 'order',
      attribute: 'method',
      wish: { ...wish, label: 'Method', type: 'string', role: 'category' },
      from: { ...payments, offer: { ...offer, name: 'kind', type: 'string' }, collapse: 'max' },
    });
    const document = made(second);
    expect(indexModel(document).byKind.entity.map(({ name }) => name)).toEqual(['order', 'payment_per_order_id']);
    expect(attribute(document, 'payment_per_order_id', 'method')).toMatchObject({ expression: 'max(p.kind)' });
    expect(indexModel(document).entityByName.get('order')?.derivation?.joins).toHaveLength(1);
  });

  test('asked further, it stays unbound where it comes from: the origin itself, or an entity of its own', () => {
    const wished = { kind: 'wish', grain: [key('order_id', 'string')] } as const;
    const near = made(provide({ ...wished, input: { entity: 'agg-economics.order' }, keys: [] }));
    expect(attribute(near, 'order', 'instalments')).toMatchObject({ expression: null });
    const keys = [{ own: 'order_id', other: 'order_id' }];
    const far = made(provide({ ...wished, input: { entity: 'src-gifts.gift' }, keys }));
    expect(attribute(far, 'gift_per_order_id', 'instalments')).toMatchObject({ expression: null, type: 'integer' });
    expect(attribute(far, 'order', 'instalments')).toMatchObject({ expression: 'g.instalments' });
    expect(provide({ ...wished, input: { entity: 'src-gifts.gift' }, keys: [] })).toMatchObject({
      error: { code: 'join-missing' },
    });
  });

  test('on the whole key of the input it is joined as it is', () => {
    const document = made(provide({ ...payments, grain: [key('order_id', 'string')] }));
    expect(indexModel(document).entityByName.has('payment_per_order_id')).toBe(false);
    expect(attribute(document, 'order', 'instalments')?.expression).toBe('p.instalments');
  });

  test('an input that is read already needs no join', () => {
    const document = made(provide({ ...payments, input: { entity: 'agg-economics.order' }, join: null }));
    expect(attribute(document, 'order', 'instalments')?.expression).toBe('e.instalments');
    expect(indexModel(document).entityByName.get('order')?.derivation?.joins).toEqual([]);
  });

  test('another input without keys is refused, and so are keys that are no plain value', () => {
    expect(provide({ ...payments, join: null })).toMatchObject({ error: { code: 'join-missing' } });
    const keys = [{ own: 'gone', other: 'order_id' }];
    expect(provide({ ...payments, grain: [key('order_id', 'string')], join: { type: 'left', keys } })).toMatchObject({
      error: { code: 'join-impossible', keys: ['gone'] },
    });
  });

  test('an expression is taken as it is written, and a wish that stands there is fulfilled', () => {
    const wished = aModel(
      ...Object.values(orders.records),
      anAttribute({ id: 'wish', entityId: 'order', name: 'instalments', type: 'integer' }),
    );
    const document = made(provide({ kind: 'expression', text: 'e.parts + 1' }, wished));
    expect(document.records.wish).toMatchObject({ expression: 'e.parts + 1' });
  });

  test('an entity that is not there is made from the input, one row per its key', () => {
    const document = made(provide({ ...payments, join: null }, aModel(anEntityWith('customer', { id: 'string' }))));
    expect(indexModel(document).entityByName.get('order')?.derivation?.from).toEqual({
      entity: 'src-payments.payment',
      as: 'p',
    });
    expect(indexModel(document).entityByName.get('order')?.grain).toEqual([
      attribute(document, 'order', 'order_id')?.id,
      attribute(document, 'order', 'sequence')?.id,
    ]);
  });
});
