import { expect, test } from 'vitest';
import { anAttribute } from '@/lib/model/factories';
import { conditionWords, nameCondition, testsFor, writeCondition } from './condition';

const status = anAttribute({ entityId: 'order', name: 'status', role: 'category' });
const amount = anAttribute({ entityId: 'order', name: 'amount', type: 'decimal', role: 'number' });
const late = anAttribute({ entityId: 'order', name: 'is_late', type: 'boolean', role: 'flag' });

test.each([
  [status, { test: 'is', value: 'delivered' }, "status = 'delivered'"],
  [status, { test: 'is-not', value: "it's" }, "status <> 'it''s'"],
  [amount, { test: 'at-least', value: '100' }, 'amount >= 100'],
  [amount, { test: 'not-known', value: '' }, 'amount is null'],
  [late, { test: 'no', value: '' }, 'not is_late'],
] as const)('%# is written as a filter', (field, condition, text) => {
  expect(writeCondition(field, condition)?.toLowerCase()).toBe(text);
});

test('nothing is written while the value is missing, or is no number', () => {
  expect(writeCondition(status, { test: 'is', value: ' ' })).toBe(null);
  expect(writeCondition(amount, { test: 'at-least', value: 'many' })).toBe(null);
});

test('only rows that are something get a name of their own', () => {
  expect(nameCondition({ test: 'is', value: 'delivered' })).toBe('Delivered');
  expect(nameCondition({ test: 'at-least', value: '100' })).toBe(null);
});

test('a condition reads as a sentence', () => {
  expect(conditionWords('Order status', { test: 'is', value: 'delivered' })).toBe('order status is delivered');
  expect(testsFor(late)).toEqual(['yes', 'no']);
});
