import { expect, test } from 'vitest';
import { describeIssue } from '../describe-issue';
import { aMeasure, aMetric, anAttribute, aShop, someSurroundings } from '../factories';
import type { MeasureRecord, MetricRecord } from '../records';
import { unitsAgree } from './units-agree';

const MONEY = [
  anAttribute({ entityId: 'order', name: 'net', type: 'decimal', unit: 'EUR' }),
  anAttribute({ entityId: 'order', name: 'freight', type: 'decimal', unit: 'USD' }),
  anAttribute({ entityId: 'order', name: 'took', type: 'decimal', unit: 'days' }),
  anAttribute({ entityId: 'order', name: 'bare', type: 'decimal' }),
];

function said(measure: Partial<MeasureRecord>, metric: Partial<MetricRecord> = {}, ...more: MetricRecord[]) {
  const shop = aShop(
    ...MONEY,
    aMeasure({ entityId: 'order', name: 'm', id: 'm', aggregation: 'sum', expression: 'net', ...measure }),
    aMetric({ name: 'one', formula: { kind: 'simple', measureId: 'm' }, ...metric }),
    more,
  );
  return unitsAgree(shop, someSurroundings()).map((issue) => [issue.severity, describeIssue(issue, shop, 'field')]);
}

test('a measure in another unit than what it aggregates is warned of, and the fix says the same unit', () => {
  const words = 'm is said to be in USD, but “order.net”, which it is made of, is in EUR, and nothing converts it.';
  expect(said({ unit: 'USD' })).toEqual([['warning', words]]);
  expect(said({ unit: 'USD', expression: 'coalesce(net, 0)', aggregation: 'max' })).toEqual([['warning', words]]);
  const shop = aShop(
    ...MONEY,
    aMeasure({ entityId: 'order', name: 'm', id: 'm', aggregation: 'min', expression: 'net', unit: 'USD' }),
  );
  const [issue] = unitsAgree(shop, someSurroundings());
  expect(issue?.fix?.put).toMatchObject([{ id: 'm', unit: 'EUR' }]);
});

test('a metric in another unit than its measure, or than what that aggregates, is warned of', () => {
  const one = (of: string) =>
    `one is said to be in USD, but “${of}”, which it is made of, is in EUR, and nothing converts it.`;
  expect(said({ unit: 'EUR' }, { unit: 'USD' })).toEqual([['warning', one('m')]]);
  expect(said({}, { unit: 'USD' })).toEqual([['warning', one('order.net')]]);
});

test('what is said to be in different units does not add up, in a row or in a formula', () => {
  const words = (of: string) =>
    `${of} puts together “order.net” in EUR and “order.freight” in USD; convert one of them first.`;
  expect(said({ expression: 'net + freight' })).toEqual([['warning', words('m')]]);
  expect(said({ expression: 'abs(net - freight) * 2' })).toEqual([['warning', words('m')]]);
  const sum = (name: string, formula: string) => aMetric({ name, formula: { kind: 'derived', formula } });
  const days = aMetric({ name: 'days', unit: 'days', formula: { kind: 'derived', formula: 'one / 2' } });
  expect(said({}, {}, days, sum('x', 'one - days'), sum('y', 'one / days'))).toEqual([
    ['warning', 'x puts together “order.net” in EUR and “days” in days; convert one of them first.'],
  ]);
});

test('nothing is said where a unit is absent, may be converted, counts something else, or is only written otherwise', () => {
  expect(said({ unit: 'USD', expression: 'bare' })).toEqual([]);
  expect(said({ unit: 'USD', expression: 'net * 1.1' })).toEqual([]);
  expect(said({ unit: 'orders', aggregation: 'count-distinct' })).toEqual([]);
  expect(said({ unit: 'EUR per order', aggregation: 'average' })).toEqual([]);
  expect(said({ unit: 'day', expression: 'took', aggregation: 'average' })).toEqual([]);
  expect(said({ expression: 'net + bare' })).toEqual([]);
  expect(said({ expression: 'net * freight' })).toEqual([]);
});
