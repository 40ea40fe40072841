import { expect, test } from 'vitest';
import { describeSlack, describeValue } from './describe-value';

test('values are said in their own unit', () => {
  expect(describeValue('freshness', 650)).toBe('10 h 50');
  expect(describeValue('availability', 0.998666)).toBe('99.8666 %');
  expect(describeValue('history', 1)).toBe('1 day');
  expect(describeValue('history', 'all')).toBe('all of it');
  expect(describeValue('deadline', '05:55')).toBe('05:55');
});

test('what only a sentence can say has no short value', () => {
  expect(describeValue('validity', { values: ['a'] })).toBeNull();
  expect(describeValue('attribute', null)).toBeNull();
});

test('room is said as what is to spare or short', () => {
  expect(describeSlack('freshness', 40)).toBe('40 min to spare');
  expect(describeSlack('freshness', -700)).toBe('11 h 40 short');
  expect(describeSlack('completeness', 0.0015)).toBe('0.15 points to spare');
  expect(describeSlack('history', -1)).toBe('1 day short');
  expect(describeSlack('freshness', 0)).toBe('exactly enough');
  expect(describeSlack('freshness', null)).toBeNull();
});
