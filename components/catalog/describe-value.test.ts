import { expect, test } from 'vitest';
import { describeOffer, describeSlack, describeValue } from './describe-value';

test('values are said in their own unit', () => {
  expect(describeValue('freshness', 650)).toBe('10 h 50');
  expect(describeValue('availability', 0.998666)).toBe('99.8666 %');
  expect(describeValue('history', 1)).toBe('1 day');
  expect(describeValue('history', 1095)).toBe('1,095 days');
  expect(describeValue('history', 'all')).toBe('all of it');
  expect(describeValue('deadline', '05:55')).toBe('05:55');
});

test.each([
  ['volume', null, { rows: 99_441 }, '99,441 rows'],
  ['volume', null, { min: 500, max: 2000, per: 'day' }, '500 to 2,000 rows per day'],
  ['reference', 'order_id → order', { keys: ['order_id'], to: 'order', maxOrphans: 0 }, 'a match in every row'],
  ['reference', 'order_id → order', { maxOrphans: 0.02 }, 'no match in 2 % of rows'],
  ['validity', 'not-null', { check: 'x is not null', enforcement: 'check' }, 'never empty'],
  ['validity', 'not-null', { nulls: 775 }, 'empty in 775 rows'],
  ['validity', 'in-set', { values: ['a', 'b'], check: '' }, 'a and b'],
  ['validity', 'in-set', { values: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'a, b, c and 3 more'],
  ['validity', 'in-set', { distinct: 8 }, '8 different values'],
  ['validity', 'range', { min: 0, max: 5 }, '0 to 5'],
  ['validity', 'range', { max: '2020-01-01' }, 'at most 2020-01-01'],
  ['validity', 'holds', { condition: 'a > b', check: '' }, 'in every row'],
  ['validity', 'holds: a > b', { min: 0.95 }, 'in 95 % of rows'],
  ['uniqueness', null, { keys: ['order_id', 'item'] }, 'one row per order_id and item'],
  ['delivery', 'stream', { modes: ['batch', 'sql'] }, 'batch and sql'],
  ['reconciliation', 'a = b', { left: 'a', right: 'b', within: 0.01 }, 'within 1 %'],
  ['stability', null, { noticeDays: 30 }, '30 days ahead'],
] as const)('a value of several parts is said in a few words: %s %s %j', (kind, rule, value, words) => {
  expect(describeValue(kind, value, rule)).toBe(words);
});

test('what only a sentence can say has no short value', () => {
  expect(describeValue('validity', { regex: '^[A-Z]+$', check: '' }, 'pattern')).toBeNull();
  expect(describeValue('privacy', { masked: true })).toBeNull();
  expect(describeValue('attribute', null)).toBeNull();
});

test('a value of several parts is said again only where something else is offered, which is always said', () => {
  const band = { kind: 'volume', rule: null } as const;
  const asked = { min: 500 };
  expect(describeOffer({ ...band, verdict: 'tighten', supply: { rows: 20 } }, asked)).toEqual({
    asked: 'at least 500 rows',
    offered: '20 rows',
  });
  const met = describeOffer({ ...band, verdict: 'met', supply: { rows: 700 } }, asked);
  expect(met).toEqual({ asked: null, offered: '700 rows' });
  const missing = describeOffer({ ...band, verdict: 'missing', supply: null }, asked);
  expect(missing).toEqual({ asked: null, offered: 'nothing known' });
  const orphans = { kind: 'reference', rule: null, supply: { maxOrphans: 0 } } as const;
  expect(describeOffer({ ...orphans, verdict: 'met' }, { maxOrphans: 0 })).toEqual({ asked: null, offered: null });
  expect(describeOffer({ ...orphans, verdict: 'met' }, { maxOrphans: 0.02 }).offered).toBe('a match in every row');
  const inSet = { kind: 'validity', rule: 'in-set', supply: { values: ['a'] }, verdict: 'met' } as const;
  expect(describeOffer(inSet, { values: ['a', 'b'] }).offered).toBe('a');
});

test('room is said as what is to spare or short', () => {
  expect(describeSlack('freshness', 40)).toBe('40 min to spare');
  expect(describeSlack('freshness', -700)).toBe('11 h 40 short');
  expect(describeSlack('completeness', 0.0015)).toBe('0.15 points to spare');
  expect(describeSlack('validity', -0.05)).toBe('5 points short');
  expect(describeSlack('history', -1)).toBe('1 day short');
  expect(describeSlack('freshness', 0)).toBe('exactly enough');
  expect(describeSlack('freshness', null)).toBeNull();
});
