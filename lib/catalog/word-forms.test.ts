import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phraseForm, wordForms } from './word-forms';

test('case, accents, underscores, dashes and plurals make no difference', () => {
  for (const written of ['Order dates', 'order_date', 'ORDER-DATE', 'orderDate', 'órder  dâte']) {
    expect(phraseForm(written)).toBe('order date');
  }
});

test('plurals become singular, and words that only look like plurals stay', () => {
  expect(wordForms('categories orders boss gas')).toEqual(['category', 'order', 'boss', 'gas']);
});

test('a text and the text in capitals are the same words', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z_ -]{0,20}$/), (text) => {
      expect(wordForms(text.toUpperCase())).toEqual(wordForms(text));
    }),
  );
});

test('the form of a form is itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
      expect(phraseForm(phraseForm(text))).toBe(phraseForm(text));
    }),
  );
});
