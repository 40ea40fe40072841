import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeKey, isKey, toKey } from './key';

test.each([
  ['Customer 360', 'customer-360'],
  ['  Orders  ', 'orders'],
  ['Kundendaten – Süd', 'kundendaten-sud'],
  ['360 view', 'view'],
  ['!!!', 'untitled'],
  ['x'.repeat(100), 'x'.repeat(63)],
])('"%s" is keyed %s', (words, key) => {
  expect(toKey(words)).toBe(key);
});

test('whatever a person types, the key made of it is a key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      expect(isKey(toKey(words))).toBe(true);
    }),
  );
});

test('a taken key gets the next free number', () => {
  expect(freeKey('orders', new Set())).toBe('orders');
  expect(freeKey('orders', new Set(['orders', 'orders-2']))).toBe('orders-3');
  expect(isKey(freeKey('x'.repeat(63), new Set(['x'.repeat(63)])))).toBe(true);
});

test.each(['Orders', 'orders_raw', '-orders', 'orders--raw', '9', '', 'x'.repeat(64)])('"%s" is not a key', (text) => {
  expect(isKey(text)).toBe(false);
});
