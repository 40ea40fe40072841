import { expect, test } from 'vitest';
import { headOf, readNamePhrase } from './name-phrase';
import { isKindOfValue } from './value-kinds';

test.each([
  ['contact_person', 'person'],
  ['Probability of winning', 'probability'],
  ['date of the first order', 'order'],
  ['Payment settled', 'payment'],
  ['churned', 'churned'],
  ['unit_amount_excluding_tax', 'unit'],
  ['purchased_at', 'purchased'],
  ['days until due', 'day'],
  ['total amount', null],
])('%s is a %s', (name, head) => {
  expect(headOf(readNamePhrase(name), (word) => !isKindOfValue(word))).toBe(head);
});
