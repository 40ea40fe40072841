import { describe, expect, test } from 'vitest';
import { anAttribute, aSegment, aShop, someSurroundings } from '../factories';
import { findIssues } from '../find-issues';
import { describeMetric } from '../sentence';
import { type DrawMetric, drawMetric } from './draw-metric';

const shop = aShop(
  aSegment({ entityId: 'order', name: 'delivered', filter: "status = 'delivered'" }),
  anAttribute({ entityId: 'item', name: 'price', type: 'decimal', role: 'number', unit: 'BRL' }),
);

function draw(given: Partial<DrawMetric>, document = shop) {
  let made = 0;
  const newId = () => `new-${made++}`;
  const drawn = drawMetric(document, { newId, entityId: 'order', attributeId: null, aggregation: 'count', ...given });
  const metric = drawn.document.records[drawn.metricId];
  return { ...drawn, metric, sentence: describeMetric(drawn.document, drawn.metricId) };
}

test('a number dragged out of an entity is a measure and a metric that read as one sentence', () => {
  const { sentence, metric, document } = draw({
    attributeId: 'order.amount',
    aggregation: 'sum',
    segmentIds: ['delivered'],
  });
  expect(sentence).toBe('Delivered amount is the sum of amount over Orders that are delivered, by ordered at.');
  expect(metric).toMatchObject({ name: 'delivered_amount', label: 'Delivered amount', segmentIds: ['delivered'] });
  expect(findIssues(document, someSurroundings())).toEqual([]);
});

describe('it is named after what it is', () => {
  test.each<[Partial<DrawMetric>, string]>([
    [{}, 'Number of orders'],
    [{ attributeId: 'order.customer_id', aggregation: 'count-distinct' }, 'Number of different customer ids'],
    [{ attributeId: 'order.amount', aggregation: 'average' }, 'Average amount'],
    [{ attributeId: 'order.amount', aggregation: 'max' }, 'Highest amount'],
    [{ attributeId: 'order.amount', aggregation: 'sum' }, 'Amount'],
    [{ segmentIds: ['delivered'] }, 'Delivered number of orders'],
  ])('%o', (given, label) => {
    expect(draw(given).metric).toMatchObject({ label });
  });

  test('and never after what something else is called', () => {
    const once = draw({});
    const again = draw({ newId: () => 'other' }, once.document);
    expect(once.metric).toMatchObject({ name: 'number_of_orders' });
    expect(again.metric).toMatchObject({ name: 'number_of_orders_2' });
  });
});

test('a measure that is there to the letter is used again', () => {
  const { document } = draw({ attributeId: 'order.amount', aggregation: 'sum' });
  expect(Object.keys(document.records).filter((id) => id.startsWith('new-'))).toEqual(['new-0']);
  const filtered = draw({ attributeId: 'order.amount', aggregation: 'sum', filter: 'is_late' });
  expect(filtered.document.records['new-1']).toMatchObject({ kind: 'measure', filter: 'is_late' });
});

test('the time that goes without saying is taken, unless one is given or refused', () => {
  expect(draw({}).metric).toMatchObject({ timeAttributeId: 'order.ordered_at' });
  expect(draw({ timeAttributeId: 'customer.joined_at' }).metric).toMatchObject({
    timeAttributeId: 'customer.joined_at',
  });
  expect(draw({ timeAttributeId: null }).metric).toMatchObject({ timeAttributeId: null });
  expect(draw({ entityId: 'item', attributeId: 'item.price', aggregation: 'sum' }).metric).toMatchObject({
    timeAttributeId: null,
  });
});

test('a sum keeps the unit of what it sums, a count has none', () => {
  expect(draw({ entityId: 'item', attributeId: 'item.price', aggregation: 'sum' }).metric).toMatchObject({
    unit: 'BRL',
  });
  expect(draw({ entityId: 'item', attributeId: 'item.price', aggregation: 'count-distinct' }).metric).toMatchObject({
    unit: null,
  });
});

test('an attribute whose name is a word of the language is quoted', () => {
  const document = aShop(anAttribute({ entityId: 'order', name: 'limit', type: 'decimal' }));
  const drawn = draw({ attributeId: 'order.limit', aggregation: 'max' }, document);
  expect(drawn.document.records['new-1']).toMatchObject({ expression: '"limit"' });
});
