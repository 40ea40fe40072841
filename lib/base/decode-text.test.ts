import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from './decode-text';

const WORDS = 'Größe;Zürich\nCafé;12 £';

test.each([
  ['UTF-8', Buffer.from(WORDS)],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${WORDS}`)],
  ['UTF-16, little end first', Buffer.from(`\uFEFF${WORDS}`, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(`\uFEFF${WORDS}`, 'utf16le').swap16()],
  ['windows-1252', Buffer.from(WORDS, 'latin1')],
])('%s is read as it was meant', (_, bytes) => {
  expect(decodeText(bytes)).toBe(WORDS);
});

test('whatever text is saved as UTF-8 comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(decodeText(new TextEncoder().encode(text))).toBe(text.replace(/^\uFEFF/, ''));
    }),
  );
});

test('no bytes break it', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof decodeText(bytes) === 'string'));
});
