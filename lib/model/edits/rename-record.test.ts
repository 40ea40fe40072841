import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aMeasure,
  aMetric,
  anAttribute,
  anEntity,
  anEntityWith,
  anExpectation,
  aRelationship,
  aSegment,
  aShop,
  someSurroundings,
} from '../factories';
import { findIssues } from '../find-issues';
import type { ModelDocument, ModelRecord } from '../records';
import { anEdit } from './random-edit';
import { canRename, renameRecord } from './rename-record';
import { setRole } from './set-role';

const used = [
  aMeasure({
    entityId: 'order',
    name: 'net',
    id: 'net',
    aggregation: 'sum',
    expression: 'amount - amount * 0.1',
    filter: 'amount > 0',
  }),
  aMeasure({ entityId: 'item', name: 'share', id: 'share', aggregation: 'max', expression: '"order".amount' }),
  aSegment({ entityId: 'customer', name: 'vip', filter: "state = 'SP'" }),
  anExpectation({ onId: 'order', rule: { rule: 'holds', condition: 'amount >= 0' } }),
  anExpectation({ onId: 'order.status', rule: { rule: 'not-null', when: 'amount > 0' } }),
  aMetric({ name: 'half', formula: { kind: 'derived', formula: 'revenue / 2' }, filter: '"order".amount > 0' }),
];
const shop = aShop(...used);
const rename = (id: string, name: string, document: ModelDocument = shop, productKey: string | null = null) =>
  renameRecord(document, { id, name, productKey });

describe('an attribute', () => {
  const renamed = rename('order.amount', 'total');

  test('keeps its id', () => {
    expect(renamed.records['order.amount']).toMatchObject({ name: 'total' });
  });

  test('is followed by measures, filters, needs and metrics, on its entity and from afar', () => {
    expect(renamed.records.net).toMatchObject({ expression: 'total - total * 0.1', filter: 'total > 0' });
    expect(renamed.records.share).toMatchObject({ expression: '"order".total' });
    expect(renamed.records['holds:order']).toMatchObject({ rule: { condition: 'total >= 0' } });
    expect(renamed.records['not-null:order.status']).toMatchObject({ rule: { when: 'total > 0' } });
    expect(renamed.records.half).toMatchObject({ filter: '"order".total > 0', formula: { formula: 'revenue / 2' } });
  });

  test('of the same name elsewhere is another attribute', () => {
    expect(
      rename('order.order_id', 'number', aShop(aSegment({ entityId: 'item', name: 's', filter: "order_id = 'x'" })))
        .records.s,
    ).toMatchObject({
      filter: "order_id = 'x'",
    });
  });

  test('a name that needs quotes gets them', () => {
    expect(rename('order.amount', 'Order total').records.net).toMatchObject({ filter: '"Order total" > 0' });
    expect(rename('order.amount', 'group').records.net).toMatchObject({ filter: '"group" > 0' });
  });
});

test('text that does not parse is left as it is, and so is text that is not concerned, to the letter', () => {
  const broken = aSegment({ entityId: 'order', name: 'broken', filter: 'amount >' });
  const spaced = aSegment({ entityId: 'order', name: 'spaced', filter: "( status )  =  'x'" });
  const document = aShop(broken, spaced);
  const renamed = rename('order.amount', 'total', document);
  expect(renamed.records.broken).toBe(document.records.broken);
  expect(renamed.records.spaced).toBe(document.records.spaced);
});

describe('an entity', () => {
  test('is followed wherever its attributes are reached by its name', () => {
    const renamed = rename('order', 'sale');
    expect(renamed.records.share).toMatchObject({ expression: 'sale.amount' });
    expect(renamed.records.half).toMatchObject({ filter: 'sale.amount > 0' });
    expect(renamed.records.net).toBe(shop.records.net);
  });

  test('is followed where its attribute is ambiguous or out of reach: it is still its name', () => {
    const stray = aSegment({ entityId: 'customer', name: 'stray', filter: '"order".is_late' });
    expect(rename('order', 'sale', aShop(stray)).records.stray).toMatchObject({ filter: 'sale.is_late' });
  });

  test('does not take along a role of its name', () => {
    const role = aRelationship('order.customer_id', 'customer.customer_id', { name: 'places', role: 'customer' });
    const byRole = aSegment({ entityId: 'order', name: 'by_role', filter: "customer.state = 'SP'" });
    expect(rename('customer', 'buyer', aShop(role, byRole)).records.by_role).toMatchObject({
      filter: "customer.state = 'SP'",
    });
  });

  test('is followed by what is made from it in its own product, and in no other', () => {
    const made = (name: string, entity: string) =>
      anEntity({
        name,
        derivation: {
          from: { table: 't.t', as: 't' },
          joins: [{ entity, as: 'o', type: 'left', on: 'o.amount = 1' }],
          where: null,
          groupBy: [],
        },
      });
    const document = aShop(made('own', 'agg-shop.order'), made('other', 'src-shop.order'));
    const renamed = rename('order', 'sale', document, 'agg-shop');
    expect(renamed.records.own).toMatchObject({
      derivation: { joins: [{ entity: 'agg-shop.sale', on: 'o.amount = 1' }] },
    });
    expect(renamed.records.other).toBe(document.records.other);
    const attribute = rename('order.amount', 'total', document, 'agg-shop');
    expect(attribute.records.own).toMatchObject({ derivation: { joins: [{ on: 'o.total = 1' }] } });
    expect(attribute.records.other).toBe(document.records.other);
  });
});

test('a metric is followed by the formulas over it', () => {
  const renamed = rename('revenue', 'sales');
  expect(renamed.records.half).toMatchObject({ formula: { kind: 'derived', formula: 'sales / 2' } });
});

test('a computed attribute follows the attributes of its own entity', () => {
  const document = aShop(anAttribute({ entityId: 'order', name: 'net', expression: 'amount * 0.9 + o.amount' }));
  expect(rename('order.amount', 'total', document).records['order.net']).toMatchObject({
    expression: 'total * 0.9 + o.amount',
  });
});

describe('a name that cannot be given', () => {
  test.each<[string, string, ReturnType<typeof canRename>]>([
    ['order.amount', 'status', 'taken'],
    ['order.amount', 'state', 'yes'],
    ['order', 'customer', 'taken'],
    ['order', 'revenue', 'yes'],
    ['order', 'a.b', 'unusable'],
    ['order', '', 'unusable'],
    ['order', 'order', 'same'],
    ['gone', 'x', 'same'],
  ])('%s as “%s”: %s', (id, name, answer) => {
    expect(canRename(shop, { id, name })).toBe(answer);
    if (answer !== 'yes') expect(rename(id, name)).toBe(shop);
  });

  test('an entity may not be called like a role that leads elsewhere', () => {
    const role = aRelationship('order.customer_id', 'customer.customer_id', { name: 'places', role: 'buyer' });
    expect(canRename(aShop(role), { id: 'item', name: 'buyer' })).toBe('taken');
    expect(canRename(aShop(role), { id: 'customer', name: 'buyer' })).toBe('yes');
  });
});

describe('a role', () => {
  const addresses: (ModelRecord | ModelRecord[])[] = [
    anEntityWith('address', { address_id: 'string', city: 'string' }),
    aRelationship('order.status', 'address.address_id', { name: 'ships', role: 'recipient' }),
    aSegment({ entityId: 'item', name: 's', filter: "recipient.city = 'x' and category = 'recipient'" }),
  ];

  test('that gets another name is followed', () => {
    const document = setRole(aShop(...addresses), { relationshipId: 'ships', role: 'addressee' });
    expect(document.records.s).toMatchObject({ filter: "addressee.city = 'x' and category = 'recipient'" });
  });

  test('that is taken away leaves the name of the entity', () => {
    const document = setRole(aShop(...addresses), { relationshipId: 'ships', role: null });
    expect(document.records.s).toMatchObject({ filter: "address.city = 'x' and category = 'recipient'" });
  });

  test('that is given anew changes no expression', () => {
    const document = setRole(shop, { relationshipId: 'places', role: 'buyer' });
    expect(document.records.places).toMatchObject({ role: 'buyer' });
    expect(document.records.net).toBe(shop.records.net);
  });
});

test('renaming to a fresh name breaks nothing and mends nothing, and renaming back restores every word that was canonical', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 25 }), fc.nat(), (choices, which) => {
      const drawn = choices.reduce((made, choice, at) => anEdit(made, choice, `new-${at}`), shop);
      const records = Object.values(drawn.records);
      const record = records[which % records.length];
      if (
        record === undefined ||
        !('name' in record) ||
        canRename(drawn, { id: record.id, name: 'fresh_name' }) !== 'yes'
      )
        return;
      const renamed = rename(record.id, 'fresh_name', drawn);
      const codes = (document: ModelDocument) =>
        findIssues(document, someSurroundings())
          .filter(({ code }) => !/^unusable-name|-collision$/.test(code))
          .map(({ at, code }) => `${at} ${code}`)
          .sort();
      expect(codes(renamed)).toEqual(codes(drawn));
      if (canRename(renamed, { id: record.id, name: record.name }) !== 'yes') return;
      const back = rename(record.id, record.name, renamed);
      expect(codes(back)).toEqual(codes(drawn));
    }),
    { numRuns: 60, examples: [[[0, 701798713], 1510877279]] },
  );
});
