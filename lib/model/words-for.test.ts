import { expect, test } from 'vitest';
import { aShop } from './factories';
import { callAttribute, midSentence, pluralOf } from './words-for';

test.each([
  ['Order', 'Orders'],
  ['Category', 'Categories'],
  ['Day', 'Days'],
  ['Box', 'Boxes'],
  ['Batch', 'Batches'],
  ['Address', 'Addresses'],
  ['Orders', 'Orders'],
])('the rows of %s are %s', (label, plural) => {
  expect(pluralOf(label)).toBe(plural);
});

test.each([
  ['Order date', 'order date'],
  ['VAT rate', 'VAT rate'],
  ['iPhone', 'iPhone'],
  ['Überfällig', 'überfällig'],
])('“%s” reads “%s” in the middle of a sentence', (label, words) => {
  expect(midSentence(label)).toBe(words);
});

test('an attribute of another entity says whose it is', () => {
  expect(callAttribute(aShop(), 'customer.state', 'customer')).toBe('state');
  expect(callAttribute(aShop(), 'customer.state', 'order')).toBe('state of Customer');
});
