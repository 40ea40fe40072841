import { expect, test } from 'vitest';
import { describeIssue } from '../describe-issue';
import { aMeasure, aMetric, anExpectation, aShop } from '../factories';
import type { ExpectationRule } from '../rule';
import { valuesCanBe } from './values-can-be';

const told = (onId: string | null, rule: ExpectationRule) => {
  const shop = aShop(
    aMeasure({ entityId: 'order', name: 'last', aggregation: 'max', expression: 'ordered_at' }),
    aMetric({
      name: 'last_order',
      formula: { kind: 'simple', measureId: 'measure:last' },
      timeAttributeId: 'order.ordered_at',
    }),
    anExpectation({ onId, rule }),
  );
  return valuesCanBe(shop).map((issue) => describeIssue(issue, shop, 'plain').replace(/^[^:]*: /, ''));
};
const codes = (onId: string | null, rule: ExpectationRule) => told(onId, rule).length;

test('bounds and sets are of the type of the field', () => {
  const ordered = 'order.ordered_at';
  expect(told(ordered, { rule: 'range', min: 'abc', max: '2026-02-30' })).toEqual([
    'the text “abc” is not a point in time like 2026-01-31 06:30, which Ordered at of Order is.',
    'the text “2026-02-30” is not a point in time like 2026-01-31 06:30, which Ordered at of Order is.',
  ]);
  expect(codes(ordered, { rule: 'range', min: '2026-01-01', max: '2026-02-28T12:00' })).toBe(0);
  expect(codes(ordered, { rule: 'range', min: 20260101 })).toBe(1);
  expect(told('order.amount', { rule: 'in-set', values: [1, 2.5, 'x', '3'] })).toEqual([
    'the text “x” is not a number, which Amount of Order is.',
    'the text “3” is not a number, which Amount of Order is.',
  ]);
  expect(told('order.status', { rule: 'in-set', values: ['open', 3] })).toEqual([
    '3 is not text, which Status of Order is.',
  ]);
  expect(codes('order.is_late', { rule: 'in-set', values: [true] })).toBe(0);
  expect(codes('order.is_late', { rule: 'in-set', values: ['true'] })).toBe(1);
});

test('a metric is a number, unless it is the first or last of something', () => {
  expect(codes('revenue', { rule: 'range', min: 0 })).toBe(0);
  expect(codes('revenue', { rule: 'range', min: 'x' })).toBe(1);
  expect(codes('last_order', { rule: 'range', min: '2026-01-01' })).toBe(0);
});

test('something lies between two bounds, and at least one of them is said', () => {
  expect(told('order.amount', { rule: 'range', min: 5, max: 1 })).toEqual(['nothing is at least 5 and at most 1.']);
  expect(codes('revenue', { rule: 'range', min: 5, max: 1 })).toBe(1);
  expect(codes('order.amount', { rule: 'range', min: 1, max: 1 })).toBe(0);
  expect(codes('order.ordered_at', { rule: 'range', min: '2026-01-01', max: '2025-01-01' })).toBe(1);
  expect(codes('order.status', { rule: 'range', min: 'a', max: 'B' })).toBe(0);
  expect(codes('order.amount', { rule: 'range' })).toBe(1);
  expect(codes('order', { rule: 'volume' })).toBe(1);
  expect(codes('order', { rule: 'volume', min: 9, max: 3 })).toBe(1);
  expect(codes('order', { rule: 'volume', max: 3, per: 'day' })).toBe(0);
});

test('a pattern is about text', () => {
  expect(told('order.amount', { rule: 'pattern', regex: '^a' })).toEqual([
    'Amount of Order is a number, and only text is written like “^a”.',
  ]);
});

test.each(['([', '(a', 'a)', '[a-z', '*a', 'a|+b', '(*a)', 'a\\', '[]', '[^]', '[[:alpha:]'])(
  'no database reads the pattern %s',
  (regex) => {
    expect(codes('order.status', { rule: 'pattern', regex })).toBe(1);
  },
);

test.each([
  '^.+$',
  '',
  '^[A-Z]{2}-\\d+$',
  '[]a]',
  '[^]a]',
  '[[:alpha:]]+',
  '[(]',
  '\\(',
  '[\\]]',
  '(?:a|b)?',
  '(?<=a)b',
  '(?i)abc',
  '\\Q(*\\E',
  '|a',
  'a++',
])('a pattern that some database reads is left to it: %s', (regex) => {
  expect(codes('order.status', { rule: 'pattern', regex })).toBe(0);
});
