import { describe, expect, test } from 'vitest';
import { describeFix, describeIssue } from './describe-issue';
import { anExpectation, aRelationship, aSegment, aShop } from './factories';
import type { Fix, Issue, IssueCode } from './issue';

const shop = aShop(
  aRelationship('item.category', 'customer.customer_id', { name: 'wanted_by', role: 'wisher' }),
  aSegment({ entityId: 'order', name: 'late', filter: 'is_late' }),
  anExpectation({ onId: 'order', rule: { rule: 'reference' } }),
  anExpectation({ onId: 'order.ordered_at', rule: { rule: 'range' } }),
);
const way = [
  { relationshipId: 'item_of', direction: 'forward' as const },
  { relationshipId: 'places', direction: 'forward' as const },
];
const other = [{ relationshipId: 'wanted_by', direction: 'forward' as const }];
const at = 'revenue';
const expression = { in: 'expression' as const };
const slice = { in: 'slice' as const, attributeId: 'item.category' };
const between = { place: slice, fromId: 'review', toId: 'item' };

/** One of every code: a new code does not compile until it is here. */
const EXAMPLES: { [C in IssueCode]: Omit<Extract<Issue, { code: C }>, 'severity'> } = {
  'unusable-name': { code: 'unusable-name', at, name: 'a.b' },
  'name-collision': { code: 'name-collision', at, name: 'revenue', otherId: 'x' },
  'label-collision': { code: 'label-collision', at: 'order', label: 'Order', otherId: 'customer' },
  'alias-collision': { code: 'alias-collision', at: 'order', alias: 'o' },
  'dangling-reference': { code: 'dangling-reference', at, field: 'slices', missing: 'gone' },
  'missing-grain': { code: 'missing-grain', at: 'order' },
  'relationship-without-cardinality': { code: 'relationship-without-cardinality', at: 'places' },
  'unequal-keys': { code: 'unequal-keys', at: 'places', fromCount: 2, toCount: 1 },
  'incompatible-keys': {
    code: 'incompatible-keys',
    at: 'places',
    fromId: 'order.amount',
    toId: 'customer.state',
    fromType: 'decimal',
    toType: 'string',
  },
  'one-end-not-unique': {
    code: 'one-end-not-unique',
    at: 'places',
    entityId: 'customer',
    attributeIds: ['customer.state'],
    grain: ['customer.customer_id'],
  },
  'derivation-cycle': { code: 'derivation-cycle', at: 'order', around: ['order', 'customer'] },
  'formula-cycle': { code: 'formula-cycle', at, around: ['revenue'] },
  'driver-cycle': { code: 'driver-cycle', at, around: ['revenue'] },
  'expression-missing': { code: 'expression-missing', at: 'measure:amount', place: expression },
  'expression-does-not-parse': {
    code: 'expression-does-not-parse',
    at: 'order.amount',
    place: expression,
    problem: { code: 'semicolon', at: { start: 0, end: 1 } },
  },
  'expression-unknown-name': {
    code: 'expression-unknown-name',
    at: 'order.amount',
    place: expression,
    qualifier: 'o',
    name: 'amout',
    nearest: 'o.amount',
  },
  'expression-wrong-type': {
    code: 'expression-wrong-type',
    at: 'late',
    place: { in: 'filter' },
    wanted: ['boolean'],
    found: 'decimal',
  },
  'expression-not-computable': {
    code: 'expression-not-computable',
    at: 'order.amount',
    place: expression,
    problem: { code: 'not-castable', from: 'date', to: 'integer', at: null },
  },
  'aggregate-in-row-expression': {
    code: 'aggregate-in-row-expression',
    at: 'order',
    place: { in: 'on', join: 0 },
    aggregate: 'sum',
  },
  'aggregate-missing': { code: 'aggregate-missing', at: 'order.amount', place: expression, column: 'o.amount' },
  'aggregate-in-group-key': {
    code: 'aggregate-in-group-key',
    at: 'order.order_id',
    entityId: 'order',
    aggregate: 'max',
  },
  'metric-of-too-many-rows': { code: 'metric-of-too-many-rows', at, max: 200 },
  'no-such-time-zone': { code: 'no-such-time-zone', at, zone: 'Mars/Base' },
  'no-such-period': { code: 'no-such-period', at, period: 'fortnight' },
  'expectation-misplaced': { code: 'expectation-misplaced', at: 'reference:order', rule: 'reference', on: 'entity' },
  'value-does-not-fit': {
    code: 'value-does-not-fit',
    at: 'range:order.ordered_at',
    onId: 'order.ordered_at',
    value: '2026-02-30',
    type: 'timestamp',
  },
  'nothing-between': { code: 'nothing-between', at: 'range:order.ordered_at', min: 5, max: 1 },
  'bounds-missing': { code: 'bounds-missing', at: 'range:order.ordered_at' },
  'pattern-of-no-text': {
    code: 'pattern-of-no-text',
    at: 'range:order.ordered_at',
    onId: 'order.amount',
    type: 'decimal',
    regex: '^a',
  },
  'pattern-cannot-be-read': {
    code: 'pattern-cannot-be-read',
    at: 'range:order.ordered_at',
    regex: '([',
    problem: { code: 'open', bracket: '[' },
  },
  'metric-unfinished': { code: 'metric-unfinished', at, part: 'window' },
  'percentile-missing': { code: 'percentile-missing', at: 'measure:amount' },
  'driver-unfinished': { code: 'driver-unfinished', at, part: 'cut' },
  'metric-without-time': { code: 'metric-without-time', at, partTimes: [] },
  'time-is-no-time': { code: 'time-is-no-time', at, attributeId: 'order.status', type: 'string' },
  'no-path': { code: 'no-path', at, ...between },
  'several-paths': { code: 'several-paths', at, place: slice, fromId: 'item', toId: 'customer', paths: [way, other] },
  'fan-out': {
    code: 'fan-out',
    at,
    place: { in: 'time', attributeId: 'item.category' },
    fromId: 'order',
    toId: 'item',
    path: [{ relationshipId: 'item_of', direction: 'backward' }],
    turnsAt: 'order',
  },
  chasm: { code: 'chasm', at, ...between, path: way, turnsAt: 'order' },
  'unit-summed': { code: 'unit-summed', at, measureId: 'measure:amount' },
  'unit-differs': { code: 'unit-differs', at, unit: 'USD', from: { name: 'order.amount', unit: 'EUR' } },
  'units-mixed': {
    code: 'units-mixed',
    at,
    left: { name: 'order.amount', unit: 'EUR' },
    right: { name: 'order.freight', unit: 'USD' },
  },
  'stock-summed-over-time': { code: 'stock-summed-over-time', at, measureId: 'measure:amount' },
  'average-of-a-ratio': {
    code: 'average-of-a-ratio',
    at: 'measure:amount',
    place: expression,
    ratio: 'price / pieces',
  },
  'ratio-at-different-times': {
    code: 'ratio-at-different-times',
    at,
    numeratorTimeId: 'order.ordered_at',
    denominatorTimeId: 'customer.joined_at',
  },
  'definition-conflict': {
    code: 'definition-conflict',
    at,
    name: 'revenue',
    product: 'cdp-sales',
    ownerKey: 'sales',
    also: ['cdp-finance'],
    more: 4,
  },
  'personal-data-without-purpose': {
    code: 'personal-data-without-purpose',
    at: 'customer.state',
    attributeId: 'customer.state',
  },
  'use-case-without-owner': { code: 'use-case-without-owner', at: null },
};

const issues = Object.values(EXAMPLES).map((facts): Issue => ({ severity: 'error', ...facts }));

describe('every code has a sentence in both vocabularies', () => {
  test.each(issues.map((issue) => [issue.code, issue] as const))('%s', (_code, issue) => {
    for (const vocabulary of ['field', 'plain'] as const) {
      const words = describeIssue(issue, shop, vocabulary);
      expect(words).toMatch(/^\S.*[.?]$/);
      expect(words).not.toMatch(/undefined|null|\[object|NaN|\$\{| {2}/);
    }
  });

  const PLAIN_TABOO =
    /grain|cardinality|attribute|fan-out|chasm|stock\b|many-to-one|derivation|segment|expectation|aggregates/i;
  test.each(issues.map((issue) => [issue.code, issue] as const))(
    'an analyst reads no word of the field: %s',
    (_code, issue) => {
      expect(describeIssue(issue, shop, 'plain')).not.toMatch(PLAIN_TABOO);
    },
  );
});

test('the sentences, as they are read', () => {
  const read = (code: IssueCode) => {
    const issue = issues.find((one) => one.code === code);
    return issue && [describeIssue(issue, shop, 'field'), describeIssue(issue, shop, 'plain')];
  };
  expect(read('missing-grain')).toEqual([
    'order has no grain: nothing says what one of its rows is.',
    'Nothing says what one row of Order is: choose what it has one row per.',
  ]);
  expect(read('label-collision')).toEqual([
    'order and customer bear the same label, “Order”.',
    'Two entities are called “Order”: nobody can tell which one is meant.',
  ]);
  expect(read('fan-out')).toEqual([
    'revenue is shown by item.category: fan-out, one order meets many rows on order → item (item_of).',
    'Revenue is shown by Category of Item. This would count twice: one Order has many rows on the way to Item.',
  ]);
  expect(read('chasm')).toEqual([
    'revenue is sliced by item.category: chasm, review and item are two “many” branches of order.',
    'Revenue is cut by Category of Item. This would count twice: one Order has many Reviews and many rows on the way to Item.',
  ]);
  expect(read('value-does-not-fit')).toEqual([
    'range on order.ordered_at: the text “2026-02-30” is not a point in time like 2026-01-31 06:30, which order.ordered_at is.',
    'range on order.ordered_at: the text “2026-02-30” is not a point in time like 2026-01-31 06:30, which Ordered at of Order is.',
  ]);
  expect(read('pattern-of-no-text')?.[0]).toBe(
    'range on order.ordered_at: order.amount is a number, and only text is written like “^a”.',
  );
  expect(read('pattern-cannot-be-read')?.[1]).toBe(
    'range on order.ordered_at: the pattern “([” cannot be read: a “[” is never closed.',
  );
  expect(read('several-paths')?.[0]).toBe(
    'revenue is sliced by item.category, and 2 paths lead from item to customer: item → order (item_of) → customer (places); item → customer (wisher). Name the role.',
  );
  expect(read('expression-unknown-name')?.[0]).toBe(
    'order.amount, in its expression: there is no “o.amout”. Did you mean “o.amount”?',
  );
});

test('every fix says what it would do', () => {
  const say = (does: Fix['does']) => [
    describeFix({ does, put: [], remove: [] }, shop, 'field'),
    describeFix({ does, put: [], remove: [] }, shop, 'plain'),
  ];
  expect(say({ verb: 'write-instead', written: 'o.amount' })).toEqual([
    'Write “o.amount” instead',
    'Write “o.amount” instead',
  ]);
  expect(say({ verb: 'set-grain', entityId: 'order', attributeIds: ['order.order_id'] })).toEqual([
    'Use order.order_id as the grain',
    'One row per Order id of Order',
  ]);
  expect(say({ verb: 'set-cardinality', cardinality: 'many-to-one' })).toEqual([
    'Make it many-to-one',
    'Say many of the first belong to one of the second',
  ]);
  expect(say({ verb: 'wish-for', attributeId: 'order.status' })).toEqual([
    'Leave order.status unbound, as a wish',
    'Ask for it again',
  ]);
  expect(say({ verb: 'set-label', label: 'Order 2' })).toEqual(['Label it “Order 2”', 'Call this one “Order 2”']);
  expect(say({ verb: 'set-type', type: 'decimal' })).toEqual(['Set the type to decimal', 'Make it a number']);
  expect(say({ verb: 'set-time', attributeId: 'order.ordered_at' })[1]).toBe('Show it by Ordered at of Order');
  expect(say({ verb: 'leave-out-slice', attributeId: 'item.category' })[0]).toBe('Do not cut it by item.category');
});
