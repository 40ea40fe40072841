import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aModel, anEntityWith, aRelationship, aShop } from './factories';
import type { ModelDocument, RelationshipRecord } from './records';
import { manyToOnePaths, resolveReference, uniquePath } from './references';

describe('a bare name', () => {
  test('is an attribute of the entity it is written for', () => {
    expect(resolveReference(aShop(), 'order', 'status')).toEqual({
      ok: true,
      value: { attributeId: 'order.status', path: [] },
    });
  });

  test('that nothing bears is refused with the nearest one', () => {
    expect(resolveReference(aShop(), 'order', 'statsu')).toEqual({
      ok: false,
      error: { code: 'unknown-name', qualifier: null, name: 'statsu', nearest: 'status' },
    });
  });

  test('is exact: capitals are another name', () => {
    expect(resolveReference(aShop(), 'order', 'Status')).toMatchObject({ ok: false, error: { nearest: 'status' } });
  });
});

describe('entity.attribute', () => {
  test('is reached along the one path of many-to-one relationships, however long', () => {
    expect(resolveReference(aShop(), 'item', 'customer.state')).toEqual({
      ok: true,
      value: {
        attributeId: 'customer.state',
        path: [
          { relationshipId: 'item_of', direction: 'forward' },
          { relationshipId: 'places', direction: 'forward' },
        ],
      },
    });
  });

  test('of the same entity needs no way', () => {
    expect(resolveReference(aShop(), 'order', 'order.status')).toMatchObject({ ok: true, value: { path: [] } });
  });

  test('against the direction of the many is no path', () => {
    expect(resolveReference(aShop(), 'customer', 'order.status')).toEqual({
      ok: false,
      error: { code: 'no-path', fromId: 'customer', toId: 'order' },
    });
  });

  test('that does not exist is refused by name before any way is looked for', () => {
    expect(resolveReference(aShop(), 'customer', 'order.statsu')).toMatchObject({
      ok: false,
      error: { code: 'unknown-name', nearest: 'order.status' },
    });
    expect(resolveReference(aShop(), 'customer', 'ordr.status')).toMatchObject({
      ok: false,
      error: { code: 'unknown-name', nearest: 'order.status' },
    });
  });

  test('along a relationship of unknown cardinality is no path', () => {
    const model = aShop(
      aRelationship('order.customer_id', 'customer.customer_id', { name: 'places', cardinality: null }),
    );
    expect(resolveReference(model, 'order', 'customer.state')).toMatchObject({ ok: false, error: { code: 'no-path' } });
  });
});

describe('cardinality and direction', () => {
  test('a one-to-many is walked backwards', () => {
    const model = aModel(
      anEntityWith('customer', { customer_id: 'string' }),
      anEntityWith('order', { order_id: 'string', customer_id: 'string' }),
      aRelationship('customer.customer_id', 'order.customer_id', { name: 'has', cardinality: 'one-to-many' }),
    );
    expect(manyToOnePaths(model, 'order', 'customer')).toEqual([[{ relationshipId: 'has', direction: 'backward' }]]);
    expect(manyToOnePaths(model, 'customer', 'order')).toEqual([]);
  });

  test('a one-to-one is walked in both directions', () => {
    const model = aModel(
      anEntityWith('order', { order_id: 'string' }),
      anEntityWith('invoice', { order_id: 'string' }),
      aRelationship('order.order_id', 'invoice.order_id', { name: 'billed', cardinality: 'one-to-one' }),
    );
    expect(manyToOnePaths(model, 'order', 'invoice')).toHaveLength(1);
    expect(manyToOnePaths(model, 'invoice', 'order')).toHaveLength(1);
  });
});

describe('several paths', () => {
  const twoAddresses = aModel(
    anEntityWith('address', { address_id: 'string', city: 'string' }),
    anEntityWith('order', { order_id: 'string', billed_to: 'string', shipped_to: 'string' }),
    anEntityWith('item', { item_id: 'string', order_id: 'string' }),
    aRelationship('order.billed_to', 'address.address_id', { name: 'bills', role: 'payer' }),
    aRelationship('order.shipped_to', 'address.address_id', { name: 'ships', role: 'recipient' }),
    aRelationship('item.order_id', 'order.order_id', { name: 'item_of' }),
  );

  test('are said and listed, never chosen between', () => {
    expect(resolveReference(twoAddresses, 'order', 'address.city')).toEqual({
      ok: false,
      error: {
        code: 'several-paths',
        fromId: 'order',
        toId: 'address',
        paths: [
          [{ relationshipId: 'bills', direction: 'forward' }],
          [{ relationshipId: 'ships', direction: 'forward' }],
        ],
      },
    });
  });

  test('are told apart by the role, from further away too', () => {
    expect(resolveReference(twoAddresses, 'order', 'recipient.city')).toMatchObject({
      ok: true,
      value: { attributeId: 'address.city', path: [{ relationshipId: 'ships' }] },
    });
    expect(resolveReference(twoAddresses, 'item', 'payer.city')).toMatchObject({
      ok: true,
      value: { path: [{ relationshipId: 'item_of' }, { relationshipId: 'bills' }] },
    });
  });

  test('never lead back through where they came from, though each of one has one of the other', () => {
    const oneEach = aModel(
      anEntityWith('address', { address_id: 'string', city: 'string' }),
      anEntityWith('order', { order_id: 'string', billed_to: 'string', shipped_to: 'string' }),
      aRelationship('order.billed_to', 'address.address_id', {
        name: 'bills',
        role: 'payer',
        cardinality: 'one-to-one',
      }),
      aRelationship('order.shipped_to', 'address.address_id', {
        name: 'ships',
        role: 'recipient',
        cardinality: 'one-to-one',
      }),
    );
    expect(resolveReference(oneEach, 'order', 'recipient.city')).toEqual({
      ok: true,
      value: { attributeId: 'address.city', path: [{ relationshipId: 'ships', direction: 'forward' }] },
    });
  });

  test('of different length are several as well: the shorter is not taken', () => {
    const model = aShop(aRelationship('item.category', 'customer.customer_id', { name: 'wanted_by' }));
    expect(uniquePath(model, 'item', 'customer')).toMatchObject({ ok: false, error: { code: 'several-paths' } });
  });

  test('of a relationship to itself are reached by its role', () => {
    const model = aModel(
      anEntityWith('employee', { employee_id: 'string', manager_id: 'string', name: 'string' }),
      aRelationship('employee.manager_id', 'employee.employee_id', { name: 'reports_to', role: 'manager' }),
    );
    expect(resolveReference(model, 'employee', 'manager.name')).toEqual({
      ok: true,
      value: { attributeId: 'employee.name', path: [{ relationshipId: 'reports_to', direction: 'forward' }] },
    });
    expect(resolveReference(model, 'employee', 'employee.name')).toMatchObject({ ok: true, value: { path: [] } });
  });

  test('beyond eight are counted no further', () => {
    const lines = Array.from({ length: 20 }, (_, n) =>
      aRelationship('order.customer_id', 'customer.customer_id', { name: `line_${n}` }),
    );
    expect(manyToOnePaths(aShop(...lines), 'order', 'customer')).toHaveLength(8);
  });
});

test('an id that is a word of the language is only an id', () => {
  expect(resolveReference(aShop(), 'constructor', 'name')).toMatchObject({ ok: false });
  expect(manyToOnePaths(aShop(), 'toString', '__proto__')).toEqual([]);
});

test('a chain of a thousand entities is one path, and a dense knot of them ends', () => {
  const chain = aModel(
    ...Array.from({ length: 1000 }, (_, n) => [
      ...anEntityWith(`e${n}`, { id: 'string', up: 'string' }),
      aRelationship(`e${n}.up`, `e${n + 1}.id`, { name: `r${n}` }),
    ]),
  );
  expect(manyToOnePaths(chain, 'e0', 'e999')).toHaveLength(1);
  const knot = aModel(
    ...Array.from({ length: 14 }, (_, a) => anEntityWith(`e${a}`, { id: 'string' })),
    ...Array.from({ length: 14 * 14 }, (_, n) =>
      aRelationship(`e${n % 14}.id`, `e${Math.floor(n / 14)}.id`, { name: `r${n}`, cardinality: 'one-to-one' }),
    ),
  );
  expect(manyToOnePaths(knot, 'e0', 'e13')).toHaveLength(8);
});

/** Every walk of the random graph, tried one by one. */
function slowPaths(model: ModelDocument, fromId: string, toId: string, seen: string[] = []): string[] {
  if (fromId === toId) return [''];
  const relationships = Object.values(model.records).filter(
    (record): record is RelationshipRecord => record.kind === 'relationship',
  );
  return relationships.flatMap(({ id, from, to, cardinality }) => {
    const forward = cardinality !== 'one-to-many' && from.entityId === fromId ? [to.entityId] : [];
    const backward = cardinality !== 'many-to-one' && to.entityId === fromId ? [from.entityId] : [];
    return [...forward, ...backward]
      .filter((next) => !seen.includes(next) && next !== fromId)
      .flatMap((next) => slowPaths(model, next, toId, [...seen, fromId]).map((rest) => `${id} ${rest}`));
  });
}

test('as many paths are found as a search that tries everything finds', () => {
  const line = fc.record({
    from: fc.nat(4),
    to: fc.nat(4),
    cardinality: fc.constantFrom('one-to-one' as const, 'many-to-one' as const, 'one-to-many' as const),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 7 }), (lines) => {
      const model = aModel(
        ...[0, 1, 2, 3, 4].map((n) => anEntityWith(`e${n}`, { id: 'string' })),
        ...lines
          .filter(({ from, to }) => from !== to)
          .map(({ from, to, cardinality }, n) =>
            aRelationship(`e${from}.id`, `e${to}.id`, { name: `r${n}`, cardinality }),
          ),
      );
      const found = manyToOnePaths(model, 'e0', 'e1').map((path) => path.map((step) => step.relationshipId).join(' '));
      const all = [...new Set(slowPaths(model, 'e0', 'e1').map((path) => path.trim()))];
      expect(new Set(found).size).toBe(found.length);
      expect(found.length).toBe(Math.min(8, all.length));
      for (const path of found) expect(all).toContain(path);
    }),
  );
});
