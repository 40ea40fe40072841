import { expect, test } from 'vitest';
import { setFields } from './edits/set-fields';
import { aDriver, aMeasure, aMetric, anAttribute, anEntity, anExpectation, aSegment, aShop } from './factories';
import { fallWith, needsOf, usersOf } from './needs';
import type { ModelDocument, ModelRecord } from './records';

const late = aSegment({ entityId: 'order', name: 'late', filter: 'is_late' });
const items = aMeasure({ entityId: 'item', name: 'items', id: 'items', segmentIds: ['late'] });
const needs = (record: ModelRecord, ...more: ModelRecord[]) =>
  [...needsOf(aShop(late, items, ...more, record), 'agg-shop', record)].sort();

test('a metric needs its measure, its time and cuts, and the lines on the way to them', () => {
  const metric = aMetric({
    name: 'm',
    formula: { kind: 'simple', measureId: 'items' },
    timeAttributeId: 'order.ordered_at',
    sliceIds: ['customer.state'],
    segmentIds: ['late'],
    filter: 'review.score > 3',
  });
  expect(needs(metric)).toEqual(['customer.state', 'item_of', 'items', 'late', 'order.ordered_at', 'places']);
});

test('a metric over metrics needs them, by id and by name', () => {
  expect(needs(aMetric({ name: 'm', formula: { kind: 'derived', formula: 'revenue / 2 + nobody' } }))).toEqual([
    'revenue',
  ]);
  expect(needs(aMetric({ name: 'm', formula: { kind: 'change', metricId: 'revenue', offset: { days: 1 } } }))).toEqual([
    'revenue',
  ]);
});

test('a measure needs what it names, from afar with the way there', () => {
  const measure = aMeasure({
    entityId: 'item',
    name: 'x',
    id: 'x',
    aggregation: 'max',
    expression: 'customer.state',
    filter: 'price > 0',
  });
  expect(needs(measure)).toEqual(['customer.state', 'item', 'item.price', 'item_of', 'places']);
});

test('an entity needs its key, its groups and the own entities it is made from, not those of others', () => {
  const made = anEntity({
    name: 'made',
    grain: ['made.id'],
    derivation: {
      from: { entity: 'src-shop.order', as: 'o' },
      joins: [{ entity: 'agg-shop.customer', as: 'c', type: 'left', on: 'c.customer_id = o.customer_id' }],
      where: 'c.state is not null',
      groupBy: ['made.day'],
    },
  });
  expect(needs(made)).toEqual(['customer', 'customer.customer_id', 'customer.state', 'made.day', 'made.id']);
});

test('an attribute needs its entity and the own attributes it is computed from', () => {
  const attribute = anAttribute({ entityId: 'order', name: 'net', expression: 'amount - o.discount' });
  expect(needs(attribute)).toEqual(['order', 'order.amount']);
});

test('a need needs what it is about and what it names; a driver both of its ends', () => {
  expect(needs(anExpectation({ onId: 'order', rule: { rule: 'unique', attributes: ['order.status'] } }))).toEqual([
    'order',
    'order.status',
  ]);
  expect(
    needs(anExpectation({ onId: 'order.status', rule: { rule: 'not-null', when: 'customer.state is null' } })),
  ).toEqual(['customer.state', 'order.status', 'places']);
  expect(needs(aDriver({ fromId: 'revenue', driver: 'segment', byId: 'customer.state' }))).toEqual([
    'customer.state',
    'places',
    'revenue',
  ]);
});

test('what falls with a record is found through all that needs it, and says through what', () => {
  const half = aMetric({ name: 'half', formula: { kind: 'derived', formula: 'revenue / 2' } });
  const model = aShop(late, items, half);
  expect([...fallWith(model, null, ['order.amount'])]).toEqual([
    ['measure:amount', 'order.amount'],
    ['revenue', 'measure:amount'],
    ['half', 'revenue'],
  ]);
  expect(fallWith(model, null, ['half']).size).toBe(0);
  expect(fallWith(model, null, ['gone']).size).toBe(0);
});

test('a loop of needs comes to an end', () => {
  expect([...fallWith(aShop(), null, ['customer.customer_id']).keys()]).toEqual(
    expect.arrayContaining(['customer', 'customer.state', 'places']),
  );
});

test('who needs what after an edit is what it would be of the document alone', () => {
  const shop = aShop(late, items);
  const copyOf = (document: ModelDocument) => ({ ...document, records: { ...document.records } });
  const before = usersOf(shop, null);
  const told = setFields(shop, { kind: 'entity', id: 'order', fields: { description: 'What is bought' } });
  expect(usersOf(told, null)).toBe(before);
  const renamed = setFields(told, { kind: 'segment', id: 'late', fields: { filter: 'amount > 5' } });
  const users = usersOf(renamed, null);
  expect(users).not.toBe(before);
  expect(users).toEqual(usersOf(copyOf(renamed), null));
});
