import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aDriver, aMeasure, aMetric, anEntity, anExpectation, aSegment, aShop, someSurroundings } from '../factories';
import { findIssues } from '../find-issues';
import { planRemoval, removeRecords } from './plan-removal';
import { anEdit } from './random-edit';

const late = aSegment({ entityId: 'order', name: 'late', filter: 'is_late' });
const byState = aMetric({
  name: 'by_state',
  formula: { kind: 'simple', measureId: 'measure:amount' },
  timeAttributeId: 'order.ordered_at',
  sliceIds: ['customer.state'],
  segmentIds: ['late'],
});
const half = aMetric({ name: 'half', formula: { kind: 'derived', formula: 'revenue / 2' } });
const shop = aShop(late, byState, half);
const plan = (...ids: string[]) => planRemoval(shop, { ids, productKey: null });

test('an entity takes its attributes, lines, segments and measures along, and its metrics stay with a problem', () => {
  const removal = plan('order');
  expect(removal.goes).toEqual([
    'item_of',
    'late',
    'measure:amount',
    'order',
    'order.amount',
    'order.customer_id',
    'order.is_late',
    'order.order_id',
    'order.ordered_at',
    'order.status',
    'places',
    'review_of',
  ]);
  expect(removal.breaks).toEqual(['by_state', 'half', 'revenue']);
  expect(removeRecords(shop, ['order']).records.revenue).toMatchObject({
    formula: { kind: 'simple', measureId: null },
    timeAttributeId: null,
  });
});

test('a cut goes out of the metrics that have it, and they stay whole', () => {
  expect(plan('customer.state')).toEqual({ goes: ['customer.state'], loses: ['by_state'], breaks: [] });
  expect(removeRecords(shop, ['customer.state']).records.by_state).toMatchObject({ sliceIds: [] });
});

test('an attribute that expressions name breaks what names it, and what needs that', () => {
  expect(plan('order.amount')).toEqual({
    goes: ['order.amount'],
    loses: [],
    breaks: ['by_state', 'half', 'measure:amount', 'revenue'],
  });
});

test('a line takes the ways along it: what was cut along it breaks', () => {
  expect(plan('places')).toEqual({ goes: ['places'], loses: [], breaks: ['by_state'] });
});

test('a key takes the lines on it along and leaves its entity without a grain', () => {
  const removal = plan('customer.customer_id');
  expect(removal.goes).toEqual(['customer.customer_id', 'places']);
  expect(removal.loses).toEqual(['customer']);
  expect(removal.breaks).toContain('customer');
});

test('a metric takes its drivers and its needs along; what is computed from it breaks', () => {
  const model = aShop(
    half,
    aMetric({ name: 'ratio', formula: { kind: 'ratio', numeratorId: 'revenue', denominatorId: 'half' } }),
    aDriver({ fromId: 'half', driver: 'influence', toId: 'revenue' }),
    anExpectation({ onId: 'revenue', rule: { rule: 'freshness', maxMinutes: 5 } }),
    anExpectation({ onId: null, rule: { rule: 'reconcile', left: 'half', right: 'revenue', within: 0 } }),
  );
  expect(planRemoval(model, { ids: ['revenue'], productKey: null })).toEqual({
    goes: ['freshness:revenue', 'half>revenue', 'reconcile:model', 'revenue'],
    loses: ['ratio'],
    breaks: ['half', 'ratio'],
  });
});

test('a rule weighted by a measure stays without the weight', () => {
  const weighted = anExpectation({ onId: 'item', rule: { rule: 'completeness', min: 0.9, weight: 'measure:amount' } });
  const removed = removeRecords(aShop(weighted), ['measure:amount']);
  expect(removed.records['completeness:item']).toMatchObject({ rule: { rule: 'completeness', min: 0.9 } });
  expect(JSON.stringify(removed.records['completeness:item'])).not.toContain('weight');
});

test('an entity made from an own one that goes stays, with a problem', () => {
  const made = anEntity({
    name: 'copy',
    derivation: { from: { entity: 'agg-shop.order', as: 'o' }, joins: [], where: null, groupBy: [] },
  });
  const model = aShop(made, aMeasure({ entityId: 'copy', name: 'copies', id: 'copies' }));
  expect(planRemoval(model, { ids: ['order'], productKey: 'agg-shop' }).breaks).toEqual(['copies', 'copy', 'revenue']);
});

describe('whatever is removed from whatever was drawn', () => {
  const drawn = (choices: number[]) => choices.reduce((made, choice, at) => anEdit(made, choice, `new-${at}`), shop);
  const errorsAt = (document: ReturnType<typeof drawn>) =>
    new Set(
      findIssues(document, someSurroundings()).flatMap(({ at, severity }) =>
        severity === 'error' && at !== null ? [at] : [],
      ),
    );

  test('nothing left mentions it by id, and what newly has a problem was foretold', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 25 }), fc.nat(), (choices, which) => {
        const before = drawn(choices);
        const ids = Object.keys(before.records);
        const id = ids[which % ids.length] ?? '';
        const { goes, breaks } = planRemoval(before, { ids: [id], productKey: null });
        const after = removeRecords(before, [id]);
        expect(Object.keys(after.records).sort()).toEqual(ids.filter((one) => !goes.includes(one)).sort());

        const dangling = findIssues(after, someSurroundings()).filter(({ code }) => code === 'dangling-reference');
        const wasDangling = findIssues(before, someSurroundings()).filter(({ code }) => code === 'dangling-reference');
        expect(dangling.length).toBeLessThanOrEqual(wasDangling.length);
        const was = errorsAt(before);
        for (const at of errorsAt(after)) if (!was.has(at)) expect(breaks).toContain(at);
      }),
      { numRuns: 80 },
    );
  });
});
