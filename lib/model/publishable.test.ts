import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anEdit } from './edits/random-edit';
import {
  aDriver,
  aMeasure,
  aMetric,
  anAttribute,
  anEntity,
  anExpectation,
  aRelationship,
  aSegment,
  aShop,
  someSurroundings,
} from './factories';
import { findIssues } from './find-issues';
import { publishablePart, toPublishable } from './publishable';
import type { ModelRecord } from './records';
import type { ModelSurroundings } from './surroundings';

function leftOut(records: (ModelRecord | ModelRecord[])[], given: Partial<ModelSurroundings> = {}) {
  const part = publishablePart(aShop(...records), someSurroundings(given));
  return part.leftOut.map(({ name, because }) => `${name}: ${because}`);
}

const half = aMetric({ name: 'half', formula: { kind: 'derived', formula: 'revenue / 2' } });

describe('the whole model', () => {
  test('is publishable when no rule has an error, and is the document itself', () => {
    const shop = aShop(half);
    const result = toPublishable(shop, someSurroundings());
    expect(result).toEqual({ ok: true, value: shop });
    expect(publishablePart(shop, someSurroundings()).model).toBe(shop);
  });

  test('is refused with its errors and without its warnings', () => {
    const surroundings = someSurroundings({
      findDefinitions: () => [{ fingerprint: 'other', metrics: [{ product: 'cdp-sales', ownerKey: null }] }],
    });
    expect(toPublishable(aShop(), surroundings).ok).toBe(true);
    const broken = toPublishable(aShop(anEntity({ name: 'depot' })), surroundings);
    expect(broken).toMatchObject({ ok: false, error: [{ code: 'missing-grain' }] });
  });
});

describe('what is left out', () => {
  test('is nothing when nothing is wrong, and a warning leaves nothing out', () => {
    expect(leftOut([half])).toEqual([]);
    const elsewhere = [{ fingerprint: 'x', metrics: [{ product: 'p', ownerKey: null }] }];
    expect(leftOut([], { findDefinitions: () => elsewhere })).toEqual([]);
  });

  test('a metric with an error goes, with the metrics and drivers that need it, and its measure stays', () => {
    const timeless = aMetric({ name: 'revenue', formula: { kind: 'simple', measureId: 'measure:amount' } });
    const driver = aDriver({ fromId: 'half', toId: 'revenue', driver: 'component', identity: true });
    expect(leftOut([timeless, half, driver])).toEqual([
      'half: metric-without-time',
      'half → revenue: metric-without-time',
      'revenue: metric-without-time',
    ]);
    const { model } = publishablePart(aShop(timeless, half), someSurroundings());
    expect(Object.keys(model.records)).toContain('measure:amount');
  });

  test('a metric whose measure is wrong goes because of the measure', () => {
    const measure = aMeasure({ entityId: 'order', name: 'amount', aggregation: 'sum', expression: 'amout' });
    const part = publishablePart(aShop(measure), someSurroundings());
    expect(part.leftOut).toEqual([
      { id: 'measure:amount', name: 'amount', because: 'expression-unknown-name', causeId: 'measure:amount' },
      { id: 'revenue', name: 'revenue', because: 'expression-unknown-name', causeId: 'measure:amount' },
    ]);
  });

  test('an attribute whose expression is wrong becomes a wish that nothing uses any more', () => {
    const wrong = anAttribute({ entityId: 'order', name: 'amount', type: 'decimal', expression: 'o.amount +' });
    expect(leftOut([wrong])).toEqual([
      'amount: expression-does-not-parse',
      'order.amount: expression-does-not-parse',
      'revenue: expression-does-not-parse',
    ]);
    const { model } = publishablePart(aShop(wrong), someSurroundings());
    expect(model.records['order.amount']).toMatchObject({ expression: null });
    expect(model.records.order).toBeDefined();
  });

  test('an entity goes with its attributes, lines, measures and metrics; the attributes are not listed one by one', () => {
    const grainless = anEntity({ name: 'order' });
    expect(leftOut([grainless])).toEqual([
      'amount: missing-grain',
      'item_of: missing-grain',
      'order: missing-grain',
      'places: missing-grain',
      'revenue: missing-grain',
      'review_of: missing-grain',
    ]);
    const { model } = publishablePart(aShop(grainless), someSurroundings());
    expect(Object.keys(model.records).some((id) => id.startsWith('order'))).toBe(false);
    expect(model.records['item.price']).toBeDefined();
  });

  test('an entity whose key is wrong cannot say what one row is', () => {
    const key = anAttribute({ entityId: 'review', name: 'review_id', expression: 'r.x +' });
    expect(leftOut([key])).toEqual([
      'review: expression-does-not-parse',
      'review.review_id: expression-does-not-parse',
      'review_of: expression-does-not-parse',
    ]);
  });

  test('a metric that is cut along a line that goes, goes; its sisters stay', () => {
    const line = aRelationship('order.customer_id', 'customer.customer_id', { name: 'places', cardinality: null });
    const byState = aMetric({
      name: 'by_state',
      formula: { kind: 'simple', measureId: 'measure:amount' },
      timeAttributeId: 'order.ordered_at',
      sliceIds: ['customer.state'],
    });
    expect(leftOut([line, byState])).toEqual(['by_state: no-path', 'places: relationship-without-cardinality']);
  });

  test('a line of the wrong keys takes along what was cut along it, and says so', () => {
    const line = aRelationship('order.status', 'customer.state', { name: 'places' });
    const paulista = aSegment({ entityId: 'order', name: 'paulista', filter: "customer.state = 'SP'" });
    const expectation = anExpectation({ onId: 'places', rule: { rule: 'reference' } });
    expect(leftOut([line, paulista, expectation])).toEqual([
      'paulista: one-end-not-unique',
      'places: one-end-not-unique',
      'reference on places: one-end-not-unique',
    ]);
  });

  test('what is made from an own entity that goes, goes too; another product’s entity of that name does not matter', () => {
    const made = (name: string, entity: string) => [
      anEntity({
        name,
        grain: [`${name}.id`],
        derivation: { from: { entity, as: 'o' }, joins: [], where: null, groupBy: [] },
      }),
      anAttribute({ entityId: name, name: 'id', expression: 'o.order_id' }),
    ];
    const given = {
      productKey: 'agg-shop',
      findEntity: () => ({ grain: [], attributes: new Map([['order_id', ORDER_ID]]) }),
    };
    const records = [anEntity({ name: 'order' }), made('own', 'agg-shop.order'), made('other', 'src.order')];
    const found = leftOut(records, given);
    expect(found).toContain('own: missing-grain');
    expect(found.filter((line) => line.startsWith('other'))).toEqual([]);
  });

  test('personal data without a purpose goes with what uses it, and the rest of its entity stays', () => {
    const personal = anAttribute({ entityId: 'customer', name: 'state', classification: 'personal' });
    const cut = aMetric({
      name: 'cut',
      formula: { kind: 'simple', measureId: 'measure:amount' },
      timeAttributeId: 'order.ordered_at',
      sliceIds: ['customer.state'],
    });
    expect(leftOut([personal, cut], { useCase: null })).toEqual([
      'customer.state: personal-data-without-purpose',
      'cut: personal-data-without-purpose',
    ]);
  });

  test('a use case nobody owns takes nothing from a preview and is refused when sent', () => {
    const given = { ownerKey: null };
    expect(leftOut([], given)).toEqual([]);
    expect(toPublishable(aShop(), someSurroundings(given))).toMatchObject({
      ok: false,
      error: [{ code: 'use-case-without-owner', at: null }],
    });
  });

  test('of two metrics in a circle both go, and what stands beside them stays', () => {
    const circle = ['a', 'b'].map((name) =>
      aMetric({ name, formula: { kind: 'derived', formula: `1 - ${name === 'a' ? 'b' : 'a'}` } }),
    );
    expect(leftOut([...circle, half])).toEqual(['a: formula-cycle', 'b: formula-cycle']);
  });
});

const ORDER_ID = { type: 'string' as const, expressionBound: true, classification: null };

test('whatever a person draws, the publishable part has no error left at any record, and taking it again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 60 }), (choices) => {
      const drawn = choices.reduce((model, choice, at) => anEdit(model, choice, `new-${at}`), aShop(half));
      const surroundings = someSurroundings();
      const part = publishablePart(drawn, surroundings);
      const errors = findIssues(part.model, surroundings).filter(
        ({ severity, at }) => severity === 'error' && at !== null,
      );
      expect(errors).toEqual([]);
      expect(publishablePart(part.model, surroundings)).toMatchObject({ model: part.model, leftOut: [] });
      for (const { id } of part.leftOut)
        expect(part.model.records[id]).not.toEqual(expect.objectContaining({ kind: 'metric' }));
    }),
    { numRuns: 60 },
  );
});

test('a record with an error is never in the part, and a record with none that needs nothing wrong always is', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 40 }), (choices) => {
      const drawn = choices.reduce((model, choice, at) => anEdit(model, choice, `new-${at}`), aShop());
      const { model, issues, leftOut: gone } = publishablePart(drawn, someSurroundings());
      const wrong = new Set(issues.filter(({ severity }) => severity === 'error').map(({ at }) => at));
      for (const { id } of gone) if (!wrong.has(id)) expect(gone.find((one) => one.id === id)?.causeId).not.toBe(id);
      for (const id of wrong) {
        const kept = id === null ? undefined : model.records[id];
        expect(kept === undefined || (kept.kind === 'attribute' && kept.expression === null)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
