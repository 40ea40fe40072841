import { expect, test } from 'vitest';
import { CONCEPTS, cardinalityWords, grainWords, wordFor } from './words';

test('analysts and engineers each get their own word, and never the same one', () => {
  for (const concept of CONCEPTS) expect(wordFor(concept, 'plain')).not.toBe(wordFor(concept, 'field'));
  expect(wordFor('push', 'plain')).toBe('send upstream');
  expect(wordFor('requirement', 'plain')).toBe('ask');
  expect(wordFor('slack', 'plain')).toBe('room to spare');
  expect(wordFor('gap', 'plain')).toBe('nobody offers this yet');
});

test('what one row is reads as a sentence for analysts', () => {
  expect(grainWords(['order_id', 'line'], 'field')).toBe('grain: order_id, line');
  expect(grainWords(['Order number'], 'plain')).toBe('one row per order number');
  expect(grainWords(['Order number', 'Line'], 'plain')).toBe('one row per order number and line');
  expect(grainWords([], 'plain')).toBe('one row per …');
});

test('a relationship says who has one of what, whichever way it is drawn', () => {
  const ends = { from: 'Order', to: 'Customer' };
  expect(cardinalityWords('many-to-one', ends, 'plain')).toBe('each order has one customer');
  expect(cardinalityWords('one-to-many', ends, 'plain')).toBe('each customer has one order');
  expect(cardinalityWords('one-to-one', ends, 'plain')).toBe('each order has one customer, and the other way round');
  expect(cardinalityWords('many-to-one', ends, 'field')).toBe('many-to-one');
});
