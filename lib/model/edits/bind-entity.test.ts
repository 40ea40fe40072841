import { describe, expect, test } from 'vitest';
import { aModel, anAttribute, anEntity, anEntityWith, aRelationship, aShop, someSurroundings } from '../factories';
import { findIssues } from '../find-issues';
import { attributesIn, indexModel } from '../model-index';
import { EMPTY_MODEL, type ModelDocument } from '../records';
import { bindAttribute, canBind } from './bind-attribute';
import { bindEntity } from './bind-entity';
import { offeredEntity } from './offered-entity';

const upstream = aModel(
  anEntityWith('customer', { customer_id: 'string', state: 'string' }),
  anEntityWith('order', { order_id: 'string', customer_id: 'string', status: 'string', amount: 'decimal' }),
  anAttribute({ entityId: 'order', name: 'customer_id', role: 'identifier' }),
  anAttribute({
    entityId: 'order',
    name: 'amount',
    type: 'decimal',
    role: 'number',
    unit: 'BRL',
    classification: 'internal',
  }),
  anEntityWith('item', { item_id: 'string', order_id: 'string', customer_id: 'string' }),
  anAttribute({ entityId: 'item', name: 'order_id', role: 'identifier' }),
  anAttribute({ entityId: 'item', name: 'customer_id', role: 'identifier' }),
);

function offer(name: string, model: ModelDocument = upstream) {
  const offered = offeredEntity('agg-shop', model, name);
  if (offered === null) throw new Error(`no ${name} upstream`);
  return offered;
}

function bring(document: ModelDocument, name: string, attributes: string[], model: ModelDocument = upstream) {
  let made = Object.keys(document.records).length;
  return bindEntity(document, { newId: () => `${name}-${made++}`, offered: offer(name, model), attributes });
}

const surroundings = someSurroundings({
  findEntity: (ref) => {
    const entity = indexModel(upstream).entityByName.get(ref.slice('agg-shop.'.length));
    if (entity === undefined || !ref.startsWith('agg-shop.')) return null;
    const attributes = attributesIn(upstream, entity.id).map(
      ({ name, type, classification }) => [name, { type, classification, expressionBound: true }] as const,
    );
    return { grain: [], attributes: new Map(attributes) };
  },
});
const names = (document: ModelDocument, entityId: string) => attributesIn(document, entityId).map(({ name }) => name);
const lines = (document: ModelDocument) =>
  indexModel(document).byKind.relationship.map(
    ({ from, to, cardinality }) => `${names1(document, from.entityId)} ${cardinality} ${names1(document, to.entityId)}`,
  );
const names1 = (document: ModelDocument, id: string) =>
  indexModel(document).byKind.entity.find((entity) => entity.id === id)?.name;

test('an entity comes with its key and the wanted attributes, already bound, and nothing is wrong with it', () => {
  const { document, entityId } = bring(EMPTY_MODEL, 'order', ['amount']);
  expect(names(document, entityId)).toEqual(['order_id', 'amount']);
  expect(document.records[entityId]).toMatchObject({
    name: 'order',
    derivation: { from: { entity: 'agg-shop.order', as: 'o' }, joins: [], where: null, groupBy: [] },
  });
  const amount = attributesIn(document, entityId).find(({ name }) => name === 'amount');
  expect(amount).toMatchObject({ expression: 'o.amount', type: 'decimal', unit: 'BRL', classification: 'internal' });
  expect(findIssues(document, surroundings)).toEqual([]);
});

test('its lines to what is there come along, with the keys they need and no others', () => {
  const customers = bring(EMPTY_MODEL, 'customer', []).document;
  const { document, entityId } = bring(customers, 'order', ['amount']);
  expect(lines(document)).toEqual(['order many-to-one customer']);
  expect(names(document, entityId).sort()).toEqual(['amount', 'customer_id', 'order_id']);
  expect(findIssues(document, surroundings)).toEqual([]);
});

test('the line is the same whichever of the two comes first, if the key is there', () => {
  const orders = bring(EMPTY_MODEL, 'order', ['customer_id']).document;
  expect(lines(bring(orders, 'customer', []).document)).toEqual(['order many-to-one customer']);
});

test('a line that would open a second way is not guessed', () => {
  const two = bring(bring(EMPTY_MODEL, 'customer', []).document, 'order', []).document;
  const three = bring(two, 'item', []).document;
  expect(lines(three).length).toBe(2);
  expect(findIssues(three, surroundings)).toEqual([]);
});

test('lines the upstream model draws are drawn as they are there, with name, role and keys', () => {
  const drawn = aModel(
    ...Object.values(upstream.records),
    aRelationship('order.status', 'customer.state', { name: 'placed', role: 'buyer', label: 'placed by' }),
  );
  const { document: customers, entityId: customerId } = bring(EMPTY_MODEL, 'customer', [], drawn);
  const { document, entityId } = bring(customers, 'order', [], drawn);
  expect(indexModel(document).byKind.relationship[0]).toMatchObject({
    name: 'placed',
    role: 'buyer',
    label: 'placed by',
  });
  expect(names(document, entityId)).toContain('status');
  expect(names(document, customerId)).toContain('state');
});

test('dragging a field of an entity that is there adds the field, and dragging it again nothing', () => {
  const once = bring(EMPTY_MODEL, 'order', ['amount']);
  const twice = bring(once.document, 'order', ['status']);
  expect(twice.entityId).toBe(once.entityId);
  expect(names(twice.document, once.entityId)).toEqual(['order_id', 'amount', 'status']);
  expect(bring(twice.document, 'order', ['status', 'amount']).document).toEqual(twice.document);
});

test('a wish of the same name is fulfilled instead of doubled', () => {
  const { document, entityId } = bring(EMPTY_MODEL, 'order', []);
  const wished = aModel(
    ...Object.values(document.records),
    anAttribute({ entityId, name: 'amount', id: 'wish', label: 'Value' }),
  );
  const found = bring(wished, 'order', ['amount']).document;
  expect(found.records.wish).toMatchObject({ expression: 'o.amount', type: 'decimal', label: 'Value' });
  expect(names(found, entityId)).toEqual(['order_id', 'amount']);
});

test('a name that is taken gets a number, and the entity there is left alone', () => {
  const { document } = bring(aModel(anEntityWith('order', { id: 'string' })), 'order', []);
  expect(indexModel(document).byKind.entity.map(({ name }) => name)).toEqual(['order', 'order_2']);
});

describe('binding one attribute', () => {
  const amount = offer('order').attributes.find(({ name }) => name === 'amount');
  const bind = (document: ModelDocument, id: string, ref = 'agg-shop.order') =>
    amount ? bindAttribute(document, { id, ref, offered: amount }) : document;
  const wish = aModel(anEntity({ name: 'sale' }), anAttribute({ entityId: 'sale', name: 'value', id: 'v' }));

  test('gives an entity without an origin that origin', () => {
    const bound = bind(wish, 'v');
    expect(bound.records.v).toMatchObject({ name: 'value', expression: 'o.amount', type: 'decimal', unit: 'BRL' });
    expect(bound.records.sale).toMatchObject({ derivation: { from: { entity: 'agg-shop.order', as: 'o' } } });
  });

  test('uses an input that is there, and invents no join where there is none', () => {
    const bound = bind(wish, 'v');
    expect(bind(bound, 'v', 'agg-shop.customer')).toBe(bound);
    const sale = indexModel(bound).byKind.entity[0];
    expect(sale && canBind(sale, 'agg-shop.customer')).toBe(false);
    expect(sale && canBind(sale, 'agg-shop.order')).toBe(true);
  });

  test('of something that is gone changes nothing', () => {
    const shop = aShop();
    expect(bind(shop, 'gone')).toBe(shop);
  });
});
