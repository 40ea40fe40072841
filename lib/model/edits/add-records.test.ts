import { describe, expect, test } from 'vitest';
import { aShop, someSurroundings } from '../factories';
import { findIssues } from '../find-issues';
import { ModelDocument } from '../records';
import { addAttribute } from './add-attribute';
import { addDriver } from './add-driver';
import { addEntity } from './add-entity';
import { addExpectation, statedExpectation } from './add-expectation';
import { addMeasure } from './add-measure';
import { addMetric } from './add-metric';
import { addSegment } from './add-segment';
import { freeName, toName } from './free-name';
import { setExpectation } from './set-expectation';
import { setFields } from './set-fields';
import { setGrain } from './set-grain';

const shop = aShop();

describe('a new record', () => {
  test('takes a free name, made from its label when it has none', () => {
    expect(addEntity(shop, { id: 'e' }).records.e).toMatchObject({ name: 'entity' });
    expect(addEntity(shop, { id: 'e', label: 'Gift Card (old)' }).records.e).toMatchObject({ name: 'gift_card_old' });
    expect(addEntity(shop, { id: 'e', name: 'order' }).records.e).toMatchObject({ name: 'order_2' });
    expect(addAttribute(shop, { id: 'a', entityId: 'order', name: 'status' }).records.a).toMatchObject({
      name: 'status_2',
    });
    expect(addAttribute(shop, { id: 'a', entityId: 'order', name: 'state' }).records.a).toMatchObject({
      name: 'state',
    });
  });

  test('stands after the last of its kind, an attribute after the last of its entity', () => {
    const order = (id: string, document: ModelDocument) => document.records[id]?.order ?? -1;
    const last = Math.max(
      ...Object.values(shop.records).map((record) => (record.kind === 'entity' ? record.order : -1)),
    );
    expect(order('e', addEntity(shop, { id: 'e' }))).toBe(last + 1);
    const added = addAttribute(shop, { id: 'a', entityId: 'customer' });
    expect(order('a', added)).toBe(order('customer.joined_at', shop) + 1);
  });

  test('has every field a record has, so that it can be saved', () => {
    const made = [
      addEntity(shop, { id: 'x' }),
      addAttribute(shop, { id: 'x', entityId: 'order' }),
      addSegment(shop, { id: 'x', entityId: 'order', filter: 'is_late' }),
      addMeasure(shop, { id: 'x', entityId: 'order', aggregation: 'count' }),
      addMetric(shop, { id: 'x', formula: { kind: 'simple', measureId: null } }),
      addDriver(shop, { id: 'x', fromId: 'revenue', driver: 'influence', toId: 'revenue' }),
      addExpectation(shop, { id: 'x', onId: null, rule: { rule: 'freshness', maxMinutes: 5 } }),
    ];
    for (const document of made) expect(ModelDocument.safeParse(document).success).toBe(true);
  });

  test('leaves the document it was added to as it was', () => {
    const before = JSON.stringify(shop);
    addEntity(shop, { id: 'e' });
    expect(JSON.stringify(shop)).toBe(before);
  });
});

test('an attribute’s role follows from its type unless it is given', () => {
  const role = (given: Partial<Parameters<typeof addAttribute>[1]>) =>
    addAttribute(shop, { id: 'a', entityId: 'order', ...given }).records.a;
  expect(role({ type: 'timestamp' })).toMatchObject({ role: 'time' });
  expect(role({ type: 'decimal' })).toMatchObject({ role: 'number' });
  expect(role({ type: 'integer', role: 'identifier' })).toMatchObject({ role: 'identifier' });
});

test('sums and counts of rows add up over time, the rest never do', () => {
  const behaviour = (aggregation: 'sum' | 'count' | 'average' | 'count-distinct') =>
    addMeasure(shop, { id: 'm', entityId: 'order', aggregation }).records.m;
  expect(behaviour('sum')).toMatchObject({ behaviour: 'flow' });
  expect(behaviour('count')).toMatchObject({ behaviour: 'flow' });
  expect(behaviour('average')).toMatchObject({ behaviour: 'unit' });
  expect(behaviour('count-distinct')).toMatchObject({ behaviour: 'unit' });
});

test('drawing the same driver twice draws it once, and a component drawn by hand is an identity', () => {
  const drawn = addDriver(shop, { id: 'd', fromId: 'revenue', driver: 'component', toId: 'revenue' });
  expect(drawn.records.d).toMatchObject({ identity: true });
  expect(addDriver(drawn, { id: 'again', fromId: 'revenue', driver: 'component', toId: 'revenue' })).toBe(drawn);
});

describe('fields', () => {
  test('are set on the record of that kind and on no other', () => {
    expect(setFields(shop, { kind: 'entity', id: 'order', fields: { label: 'Sale' } }).records.order).toMatchObject({
      label: 'Sale',
    });
    expect(setFields(shop, { kind: 'metric', id: 'order', fields: { label: 'Sale' } })).toBe(shop);
    expect(setFields(shop, { kind: 'entity', id: 'gone', fields: { label: 'Sale' } })).toBe(shop);
  });

  test('the grain takes the entity’s own attributes, each once, and makes them keys', () => {
    const document = setGrain(shop, {
      entityId: 'order',
      attributeIds: ['order.status', 'order.status', 'customer.state', 'gone'],
    });
    expect(document.records.order).toMatchObject({ grain: ['order.status'] });
    expect(document.records['order.status']).toMatchObject({ nullable: false });
    expect(setGrain(shop, { entityId: 'gone', attributeIds: [] })).toBe(shop);
  });
});

describe('a need', () => {
  const fresh = (maxMinutes: number) => ({ rule: 'freshness' as const, maxMinutes });
  const asked = addExpectation(shop, { id: 'f', onId: null, rule: fresh(1440), words: 'by breakfast' });

  test('stated anew replaces the old one and keeps its id and its words', () => {
    const tighter = setExpectation(asked, { id: 'unused', onId: null, rule: fresh(120) });
    expect(tighter.records.f).toMatchObject({ rule: fresh(120), words: 'by breakfast' });
    expect(tighter.records.unused).toBeUndefined();
  });

  test('of another record or another rule is another need', () => {
    expect(setExpectation(asked, { id: 'g', onId: 'order', rule: fresh(120) }).records.g).toBeDefined();
    expect(
      setExpectation(asked, { id: 'g', onId: null, rule: { rule: 'availability', min: 0.9 } }).records.g,
    ).toBeDefined();
  });

  test('of a house rule is not the analyst’s to replace', () => {
    const policy = addExpectation(shop, { id: 'p', onId: null, rule: fresh(2880), origin: 'policy' });
    expect(statedExpectation(policy, null, 'freshness')).toBeNull();
    expect(setExpectation(policy, { id: 'f', onId: null, rule: fresh(60) }).records.p).toMatchObject({
      rule: fresh(2880),
    });
  });
});

test.each([
  ['Order value (net)', 'order_value_net'],
  ['Überfällig', 'uberfallig'],
  ['2nd try', 'nd_try'],
  ['!!!', 'fallback'],
])('“%s” is named %s', (words, name) => {
  expect(toName(words, 'fallback')).toBe(name);
});

test('a taken name gets the next free number', () => {
  expect(freeName(shop, 'entity', 'order')).toBe('order_2');
  expect(freeName(addEntity(shop, { id: 'e', name: 'order_2' }), 'entity', 'order')).toBe('order_3');
  expect(freeName(shop, 'attribute', 'status', 'customer')).toBe('status');
});

test('what is drawn from nothing to a metric has no problem but what is still open', () => {
  const steps = [
    (d: ModelDocument) => addEntity(d, { id: 'e', name: 'sale' }),
    (d: ModelDocument) => addAttribute(d, { id: 'k', entityId: 'e', name: 'id' }),
    (d: ModelDocument) => addAttribute(d, { id: 't', entityId: 'e', name: 'at', type: 'timestamp' }),
    (d: ModelDocument) => setGrain(d, { entityId: 'e', attributeIds: ['k'] }),
    (d: ModelDocument) => addMeasure(d, { id: 'm', entityId: 'e', aggregation: 'count' }),
    (d: ModelDocument) => addMetric(d, { id: 'n', formula: { kind: 'simple', measureId: 'm' }, timeAttributeId: 't' }),
  ];
  let document = aShop();
  const codes = steps.map((step) => {
    document = step(document);
    return findIssues(document, someSurroundings()).map(({ code }) => code);
  });
  expect(codes).toEqual([['missing-grain'], ['missing-grain'], ['missing-grain'], [], [], []]);
});
