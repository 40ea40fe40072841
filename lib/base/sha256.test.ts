import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256Hex } from './sha256';

function platform(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

test('it agrees with the platform at every length around a block', () => {
  for (let length = 0; length < 200; length++) {
    const text = 'a'.repeat(length);
    expect(sha256Hex(text)).toBe(platform(text));
  }
});

test('it agrees with the platform on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(sha256Hex(text)).toBe(platform(text));
    }),
  );
});
