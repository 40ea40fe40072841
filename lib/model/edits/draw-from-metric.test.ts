import { expect, test } from 'vitest';
import { aMetric, aShop, someSurroundings } from '../factories';
import { findIssues } from '../find-issues';
import { recordOf } from '../model-index';
import { describeMetric } from '../sentence';
import { drawFromMetric, type MetricOf } from './draw-from-metric';

const drawn = (how: MetricOf, fromId = 'revenue') => drawFromMetric(shop, { id: 'new', fromId, how });
const shop = aShop(
  aMetric({
    name: 'order_count',
    label: 'Orders',
    formula: { kind: 'simple', measureId: null },
    timeAttributeId: null,
  }),
);

test('a ratio, a change and a running total are named after what they are of, and read as sentences', () => {
  const read = (how: MetricOf) => describeMetric(drawn(how), 'new');
  expect(read({ is: 'ratio', byId: 'order_count' })).toMatch(/^Revenue per order is revenue divided by orders/);
  expect(read({ is: 'change' })).toMatch(/^Change of revenue is the change of revenue against .*month before/);
  expect(read({ is: 'running' })).toMatch(/^Running revenue is the sum of .*, over the last 30 days, by /);
});

test('what is made is finished: it adds no problem', () => {
  const known = findIssues(shop, someSurroundings()).length;
  for (const how of [{ is: 'change' }, { is: 'running' }] as const)
    expect(findIssues(drawn(how), someSurroundings())).toHaveLength(known);
});

test('a metric is not divided by itself, and no running total is made of what measures nothing itself', () => {
  expect(drawn({ is: 'ratio', byId: 'revenue' })).toBe(shop);
  const changed = drawn({ is: 'change' });
  expect(recordOf(changed, 'metric', 'new')?.formula.kind).toBe('change');
  expect(drawFromMetric(changed, { id: 'other', fromId: 'new', how: { is: 'running' } })).toBe(changed);
});
