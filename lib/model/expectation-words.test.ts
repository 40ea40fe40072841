import { expect, test } from 'vitest';
import { describeExpectation } from './expectation-words';
import { aMeasure, aMetric, anExpectation, aShop } from './factories';
import type { ExpectationRule } from './rule';

const items = aMeasure({ entityId: 'item', name: 'items', id: 'items' });
const paid = aMetric({ name: 'paid', formula: { kind: 'simple', measureId: 'items' } });

function words(onId: string | null, rule: ExpectationRule, enforcement: 'check' | 'audit' = 'check') {
  const expectation = anExpectation({ onId, rule, enforcement });
  const shop = aShop(items, paid, expectation);
  return (['field', 'plain'] as const).map((vocabulary) => describeExpectation(shop, expectation, vocabulary));
}

test.each<[string | null, ExpectationRule, string, string]>([
  [
    null,
    { rule: 'freshness', maxMinutes: 1440 },
    'The model is at most 24 h old.',
    'Everything here is at most 24 h old.',
  ],
  [
    null,
    { rule: 'availability', min: 0.995 },
    'The model is available 99.5 % of the time.',
    'Everything here can be used 99.5 % of the time.',
  ],
  [
    null,
    { rule: 'deadline', at: '06:00', timezone: 'UTC', dayOffset: 1 },
    'The model is ready by 06:00 a day later (UTC).',
    'Everything here is ready by 06:00 a day later (UTC).',
  ],
  [null, { rule: 'history', days: 730 }, 'The model reaches back 730 days.', 'Everything here reaches back 730 days.'],
  [
    null,
    { rule: 'delivery', mode: 'stream', format: 'json' },
    'The model is delivered by stream as json.',
    'Everything here is delivered by stream as json.',
  ],
  [
    'order.status',
    { rule: 'not-null', when: 'is_late' },
    'order.status is not null when is_late.',
    'Status of Order is always filled in when it is late.',
  ],
  [
    'order.status',
    { rule: 'in-set', values: ['a', 1, true] },
    'order.status is one of a, 1, true.',
    'Status of Order is one of a, 1, true.',
  ],
  ['order.amount', { rule: 'range', min: 0 }, 'order.amount is at least 0.', 'Amount of Order is at least 0.'],
  [
    'order.amount',
    { rule: 'range', min: 0, max: 9 },
    'order.amount is between 0 and 9.',
    'Amount of Order is between 0 and 9.',
  ],
  [
    'order.status',
    { rule: 'pattern', regex: '^[a-z]+$' },
    'order.status matches ^[a-z]+$.',
    'Status of Order is written like ^[a-z]+$.',
  ],
  [
    'order',
    { rule: 'unique', attributes: ['order.order_id'] },
    'order is unique by order.order_id.',
    'No two rows of Order have the same order id.',
  ],
  ['order.order_id', { rule: 'unique' }, 'order.order_id is unique.', 'No two rows of Order have the same order id.'],
  [
    'order',
    { rule: 'holds', condition: 'amount > 0', min: 0.985 },
    'amount > 0 in at least 98.5 % of the rows of order.',
    'amount is more than 0 in at least 98.5 % of the rows of Order.',
  ],
  [
    'item',
    { rule: 'completeness', min: 0.995, weight: 'items' },
    'item has at least 99.5 % of its rows, weighted by items.',
    'At least 99.5 % of Items are there, weighted by Items.',
  ],
  [
    'order.status',
    { rule: 'completeness', of: 'values', min: 0.999 },
    'at least 99.9 % of the values of order.status are not null.',
    'Status of Order is filled in for at least 99.9 % of the rows.',
  ],
  [
    'places',
    { rule: 'reference' },
    'places: every row finds its counterpart.',
    'Places: every row finds its counterpart.',
  ],
  [
    'places',
    { rule: 'reference', maxOrphans: 0.0001 },
    'places: at most 0.01 % of the rows find no counterpart.',
    'Places: at most 0.01 % of the rows find no counterpart.',
  ],
  [
    null,
    { rule: 'reconcile', left: 'revenue', right: 'paid', within: 0.015, per: 'month' },
    'revenue and paid agree within 1.5 % per month.',
    'Revenue and paid agree within 1.5 % per month.',
  ],
  [
    'order',
    { rule: 'volume', min: 10, per: 'day' },
    'order has at least 10 rows per day.',
    'Order has at least 10 rows per day.',
  ],
])('%s %o', (onId, rule, field, plain) => {
  expect(words(onId, rule)).toEqual([field, plain]);
});

test('what blocks says so', () => {
  expect(words('order.status', { rule: 'not-null' }, 'audit')).toEqual([
    'order.status is not null (audit).',
    'Status of Order is always filled in, or nothing is delivered.',
  ]);
});
