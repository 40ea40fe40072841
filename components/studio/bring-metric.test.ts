import { expect, test } from 'vitest';
import {
  aMeasure,
  aMetric,
  aModel,
  anAttribute,
  anEntity,
  anEntityWith,
  aRelationship,
  aSegment,
  someSurroundings,
} from '@/lib/model/factories';
import { findIssues } from '@/lib/model/find-issues';
import { EMPTY_MODEL, recordsOf } from '@/lib/model/records';
import { describeMetric } from '@/lib/model/sentence';
import { bringMetric } from './bring-metric';

const theirs = aModel(
  anEntityWith('order', {
    order_id: 'string',
    customer_id: 'string',
    status: 'string',
    amount: 'decimal',
    ordered_at: 'timestamp',
    note: 'string',
  }),
  anEntityWith('customer', { customer_id: 'string', state: 'string' }),
  aRelationship('order.customer_id', 'customer.customer_id', { name: 'places' }),
  aSegment({ name: 'delivered', label: 'Delivered', entityId: 'order', filter: "status = 'delivered'" }),
  aMeasure({ id: 'total', name: 'total', entityId: 'order', aggregation: 'sum', expression: 'amount' }),
  aMeasure({ id: 'count', name: 'count', entityId: 'order' }),
  aMetric({
    name: 'revenue',
    formula: { kind: 'simple', measureId: 'total' },
    segmentIds: ['delivered'],
    timeAttributeId: 'order.ordered_at',
    sliceIds: ['customer.state'],
  }),
  aMetric({ name: 'orders', formula: { kind: 'simple', measureId: 'count' }, timeAttributeId: 'order.ordered_at' }),
  aMetric({ name: 'aov', formula: { kind: 'ratio', numeratorId: 'revenue', denominatorId: 'orders' } }),
);
const offered = (name: string) => ({ product: 'agg-orders', model: theirs, name });
function ids(start = 'n') {
  let next = 0;
  return () => `${start}${next++}`;
}
const names = (document: typeof EMPTY_MODEL, kind: 'attribute' | 'entity' | 'metric' | 'measure') =>
  recordsOf(document, kind)
    .map(({ name }) => name)
    .sort();

test('a metric comes with what it counts, bound and joined, and nothing it does not need', () => {
  const brought = bringMetric(EMPTY_MODEL, offered('revenue'), ids());
  const document = brought?.document ?? EMPTY_MODEL;
  expect(names(document, 'entity')).toEqual(['customer', 'order']);
  expect(names(document, 'attribute')).not.toContain('note');
  expect(recordsOf(document, 'relationship')).toHaveLength(1);
  expect(describeMetric(document, brought?.metricId ?? '')).toBe(describeMetric(theirs, 'revenue'));
  const wrong = findIssues(document, someSurroundings()).filter(
    ({ code }) => code.startsWith('expression') || code === 'dangling-reference' || code === 'no-path',
  );
  expect(wrong.filter(({ at }) => recordsOf(document, 'metric').some(({ id }) => id === at))).toEqual([]);
});

test('a metric made of others brings them along', () => {
  const brought = bringMetric(EMPTY_MODEL, offered('aov'), ids());
  expect(names(brought?.document ?? EMPTY_MODEL, 'metric')).toEqual(['aov', 'orders', 'revenue']);
});

test('what is here already is used, and formulas follow the names it has here', () => {
  const mine = aModel(
    anEntity({
      id: 'sale',
      name: 'sale',
      grain: ['key'],
      derivation: { from: { entity: 'agg-orders.order', as: 'o' }, joins: [], where: null, groupBy: [] },
    }),
    anAttribute({ id: 'key', entityId: 'sale', name: 'sale_id', expression: 'o.order_id' }),
    anAttribute({
      id: 'worth',
      entityId: 'sale',
      name: 'worth',
      type: 'decimal',
      role: 'number',
      expression: 'o.amount',
    }),
  );
  const { document } = bringMetric(mine, offered('orders'), ids()) ?? { document: mine };
  expect(names(document, 'entity')).toEqual(['sale']);
  const more = bringMetric(document, offered('revenue'), ids('m'))?.document ?? document;
  expect(recordsOf(more, 'measure').find(({ name }) => name === 'total')).toMatchObject({
    entityId: 'sale',
    expression: 'worth',
  });
});

test('a metric nobody has brings nothing', () => {
  expect(bringMetric(EMPTY_MODEL, offered('nothing'), ids())).toBe(null);
});
