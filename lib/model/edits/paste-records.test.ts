import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aMeasure, aMetric, aModel, anExpectation, aSegment, aShop, someSurroundings } from '../factories';
import { findIssues } from '../find-issues';
import { EMPTY_MODEL, type ModelDocument, type RecordId } from '../records';
import { duplicateRecords } from './duplicate-records';
import { fieldsInto } from './fields-into';
import { pasteRecords } from './paste-records';
import { anEdit } from './random-edit';
import { setFields } from './set-fields';

function counter(start = 'copy') {
  let made = 0;
  return () => `${start}-${made++}`;
}

const shop = aShop(
  aSegment({ entityId: 'order', name: 'late', filter: 'is_late' }),
  aMeasure({ entityId: 'item', name: 'late_items', id: 'late_items', filter: '"order".is_late', segmentIds: ['late'] }),
  aMetric({ name: 'half', formula: { kind: 'derived', formula: 'revenue / 2' } }),
);
const pick = (document: ModelDocument, ids: RecordId[]) =>
  Object.values(document.records).filter(({ id }) => ids.includes(id));

describe('a duplicate', () => {
  test('of an entity has its own attributes and key, and a name of its own', () => {
    const { document, copies } = duplicateRecords(shop, { ids: ['customer'], newId: counter() });
    const copy = document.records[copies.get('customer') ?? ''];
    expect(copy).toMatchObject({ name: 'customer_2', grain: [copies.get('customer.customer_id')] });
    expect(document.records[copies.get('customer.state') ?? '']).toMatchObject({
      name: 'state',
      entityId: copies.get('customer'),
    });
    expect(document.records.customer).toBe(shop.records.customer);
  });

  test('has a label of its own where the original has one', () => {
    const labelled = setFields(shop, { kind: 'entity', id: 'customer', fields: { label: 'Buyer' } });
    const { document, copies } = duplicateRecords(labelled, { ids: ['customer'], newId: counter() });
    expect(document.records[copies.get('customer') ?? '']).toMatchObject({ name: 'customer_2', label: 'Buyer 2' });
  });

  test('of a metric computes the same', () => {
    const { document, copies } = duplicateRecords(shop, { ids: ['half'], newId: counter() });
    expect(document.records[copies.get('half') ?? '']).toMatchObject({
      name: 'half_2',
      formula: { formula: 'revenue / 2' },
    });
  });

  test('of a metric with the one it is computed from is computed from the copy', () => {
    const { document, copies } = duplicateRecords(shop, { ids: ['half', 'revenue'], newId: counter() });
    expect(document.records[copies.get('half') ?? '']).toMatchObject({ formula: { formula: 'revenue_2 / 2' } });
  });

  test('of entities with the line between them is joined by a copy of the line', () => {
    const { document, copies } = duplicateRecords(shop, { ids: ['order', 'customer', 'places'], newId: counter() });
    expect(document.records[copies.get('places') ?? '']).toMatchObject({
      from: { entityId: copies.get('order') },
      to: { entityId: copies.get('customer'), attributeIds: [copies.get('customer.customer_id')] },
    });
  });
});

describe('fields pasted into another entity', () => {
  test('belong to it, and how they were made stays behind', () => {
    const amount = pick(shop, ['order.amount']).map((record) => ({ ...record, expression: 'o.amount' }));
    const moved = fieldsInto(amount, 'customer') ?? [];
    const { document, copies } = pasteRecords(shop, { records: moved, newId: counter() });
    expect(document.records[copies.get('order.amount') ?? '']).toMatchObject({
      entityId: 'customer',
      name: 'amount',
      expression: null,
    });
  });

  test('are nothing but fields', () => {
    expect(fieldsInto(pick(shop, ['order', 'order.amount']), 'customer')).toBeNull();
  });
});

describe('pasting into another model', () => {
  test('forgets what is not there, and never takes something else of the same id for it', () => {
    const { document, copies } = pasteRecords(EMPTY_MODEL, { records: pick(shop, ['revenue']), newId: counter() });
    expect(document.records[copies.get('revenue') ?? '']).toMatchObject({
      formula: { kind: 'simple', measureId: null },
      timeAttributeId: null,
    });
  });

  test('keeps what was copied together together', () => {
    const ids = ['order', 'order.order_id', 'order.amount', 'order.ordered_at', 'measure:amount', 'revenue'];
    const { document } = pasteRecords(EMPTY_MODEL, { records: pick(shop, ids), newId: counter() });
    expect(findIssues(document, someSurroundings())).toEqual([]);
  });

  test('leaves out an attribute whose entity stayed behind', () => {
    expect(pasteRecords(EMPTY_MODEL, { records: pick(shop, ['order.amount']), newId: counter() }).document).toEqual(
      EMPTY_MODEL,
    );
  });

  test('needs of the model as a whole stay needs of the whole', () => {
    const fresh = anExpectation({ rule: { rule: 'freshness', maxMinutes: 5 } });
    const { document, copies } = pasteRecords(EMPTY_MODEL, { records: [fresh], newId: counter() });
    expect(document.records[copies.get(fresh.id) ?? '']).toMatchObject({ onId: null });
  });
});

test('a whole model pasted beside itself has the same problems twice', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 20 }), (choices) => {
      const drawn = choices.reduce((made, choice, at) => anEdit(made, choice, `new-${at}`), shop);
      const whole = Object.values(drawn.records);
      const { document } = pasteRecords(drawn, { records: whole, newId: counter() });
      const codes = (model: ModelDocument) =>
        findIssues(model, someSurroundings())
          .map(({ code }) => code)
          .filter((code) => code !== 'name-collision' && code !== 'label-collision');
      const once = codes(drawn);
      expect(codes(document).sort()).toEqual([...once, ...once].sort());
    }),
    // A copy once took the name of a role and was mistaken for it.
    { numRuns: 60, examples: [[[903802902, 542461457]]] },
  );
});

test('an empty paste changes nothing', () => {
  const model = aModel();
  expect(pasteRecords(model, { records: [], newId: counter() }).document).toBe(model);
});
