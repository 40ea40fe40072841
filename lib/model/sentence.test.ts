import { describe, expect, test } from 'vitest';
import { aMeasure, aMetric, anAttribute, anEntity, aSegment, aShop } from './factories';
import type { MeasureRecord, MetricFormula, MetricRecord, ModelRecord } from './records';
import { describeMetric } from './sentence';

const records: ModelRecord[] = [
  anEntity({ name: 'order', label: 'Order', grain: ['order.order_id'] }),
  anAttribute({ entityId: 'order', name: 'ordered_at', label: 'Order date', type: 'timestamp', role: 'time' }),
  anAttribute({ entityId: 'order', name: 'is_late', type: 'boolean', role: 'flag' }),
  aSegment({ entityId: 'order', name: 'delivered', filter: "status = 'delivered'" }),
];

const say = (formula: MetricFormula, given: Partial<MetricRecord> = {}, ...more: ModelRecord[]) =>
  describeMetric(
    aShop(
      ...records,
      ...more,
      aMetric({ name: 'm', label: 'It', formula, timeAttributeId: 'order.ordered_at', ...given }),
    ),
    'm',
  );
const measured = (measure: Partial<MeasureRecord>, given: Partial<MetricRecord> = {}) =>
  say({ kind: 'simple', measureId: 'x' }, given, aMeasure({ entityId: 'order', name: 'x', id: 'x', ...measure }));

test('the sentence of the design', () => {
  const model = aShop(
    ...records,
    aMeasure({
      entityId: 'order',
      name: 'amount',
      aggregation: 'sum',
      expression: 'amount',
      segmentIds: ['delivered'],
    }),
  );
  expect(describeMetric(model, 'revenue')).toBe(
    'Revenue is the sum of amount over Orders that are delivered, by order date.',
  );
});

describe('what is aggregated', () => {
  test.each<[Partial<MeasureRecord>, string]>([
    [{ aggregation: 'count' }, 'the number of Orders'],
    [{ aggregation: 'count', expression: 'status' }, 'the number of Orders with a known status'],
    [{ aggregation: 'count-distinct', expression: 'customer_id' }, 'the number of different customer ids over Orders'],
    [{ aggregation: 'average', expression: 'amount' }, 'the average amount over Orders'],
    [{ aggregation: 'min', expression: 'amount' }, 'the lowest amount over Orders'],
    [{ aggregation: 'max', expression: 'ordered_at' }, 'the latest order date over Orders'],
    [{ aggregation: 'median', expression: 'amount' }, 'the median amount over Orders'],
    [
      { aggregation: 'percentile', expression: 'amount', percentile: 0.95 },
      'the 95th percentile of amount over Orders',
    ],
    [{ aggregation: 'percentile', expression: 'amount', percentile: 0.01 }, 'the 1st percentile of amount over Orders'],
    [{ aggregation: 'sum', expression: 'amount * 2 - 1' }, 'the sum of amount * 2 - 1 over Orders'],
    [{ aggregation: 'sum', expression: 'amount *' }, 'the sum of amount * over Orders'],
  ])('%o', (measure, words) => {
    expect(measured(measure)).toBe(`It is ${words}, by order date.`);
  });
});

describe('what it is narrowed to', () => {
  test.each<[string, string]>([
    ['is_late', 'that are late'],
    ["is_late and status = 'delivered'", 'that are late where status is delivered'],
    ["status in ('a', 'b')", 'where status is one of a, b'],
    ['amount between 1 and 2', 'where amount is between 1 and 2'],
    ['amount >= 2', 'where amount is at least 2'],
    ["customer.state <> 'SP'", 'where state of Customer is not SP'],
    ['ordered_at is not null', 'where order date is known'],
    ['ordered_at > ordered_at', 'where order date is after order date'],
    ["ordered_at >= date '2026-01-01'", 'where order date is not before 2026-01-01'],
    ['is_late or (amount > 1 and amount < 9)', 'where it is late or (amount is more than 1 and amount is less than 9)'],
    ["upper(status) like 'D%'", "where upper(status) like 'D%'"],
  ])('a filter %s', (filter, words) => {
    expect(measured({ filter })).toBe(`It is the number of Orders ${words}, by order date.`);
  });

  test('segments and filters of the metric itself are said as well', () => {
    expect(measured({}, { segmentIds: ['delivered'], filter: 'amount > 1' })).toBe(
      'It is the number of Orders that are delivered, only where amount is more than 1, by order date.',
    );
  });
});

describe('every kind of metric', () => {
  const amount = { measureId: 'measure:amount' };
  test.each<[MetricFormula, string]>([
    [{ kind: 'ratio', numeratorId: 'revenue', denominatorId: 'revenue' }, 'revenue divided by revenue'],
    [{ kind: 'derived', formula: '1 - revenue / 2' }, 'worked out as 1 − revenue ÷ 2'],
    [{ kind: 'change', metricId: 'revenue', offset: { months: 12 } }, 'the change of revenue against 12 months before'],
    [{ kind: 'change', metricId: 'revenue', offset: { days: 1 } }, 'the change of revenue against a day before'],
    [
      { kind: 'cumulative', ...amount, window: { days: 180 }, toDate: null },
      'the sum of amount over Orders, over the last 180 days',
    ],
    [
      { kind: 'cumulative', ...amount, window: { all: true }, toDate: null },
      'the sum of amount over Orders, since the beginning',
    ],
    [
      { kind: 'cumulative', ...amount, window: null, toDate: 'quarter' },
      'the sum of amount over Orders, since the start of the quarter',
    ],
  ])('%o', (formula, words) => {
    expect(say(formula)).toBe(`It is ${words}, by order date.`);
  });

  test('a ratio inherits its time, and a time of another entity says whose', () => {
    expect(say({ kind: 'ratio', numeratorId: 'revenue', denominatorId: 'revenue' }, { timeAttributeId: null })).toBe(
      'It is revenue divided by revenue, by order date.',
    );
    const items = aMeasure({ entityId: 'item', name: 'items', id: 'items' });
    expect(say({ kind: 'simple', measureId: 'items' }, {}, items)).toBe(
      'It is the number of Items, by order date of Order.',
    );
  });

  test.each<MetricFormula>([
    { kind: 'simple', measureId: null },
    { kind: 'ratio', numeratorId: 'revenue', denominatorId: null },
    { kind: 'derived', formula: '1 -' },
    { kind: 'change', metricId: 'gone', offset: { days: 1 } },
    { kind: 'cumulative', measureId: 'measure:amount', window: null, toDate: null },
  ])('an open one says that it is not finished: %o', (formula) => {
    expect(say(formula)).toBe('It is not finished yet.');
  });

  test('a metric that is gone is gone', () => {
    expect(describeMetric(aShop(), 'nobody')).toBe('This metric is gone.');
  });
});
