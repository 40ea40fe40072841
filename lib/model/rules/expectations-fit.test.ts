import { expect, test } from 'vitest';
import { anExpectation, aShop } from '../factories';
import type { ExpectationRule } from '../rule';
import { expectationsFit } from './expectations-fit';

const misplaced = (onId: string | null, rule: ExpectationRule) =>
  expectationsFit(aShop(anExpectation({ onId, rule }))).length;

test('a rule about values stands on what has values', () => {
  expect(misplaced('order.status', { rule: 'in-set', values: ['a'] })).toBe(0);
  expect(misplaced('order', { rule: 'in-set', values: ['a'] })).toBe(1);
  expect(misplaced(null, { rule: 'not-null' })).toBe(1);
});

test('a rule about orphans stands on a relationship', () => {
  expect(misplaced('places', { rule: 'reference' })).toBe(0);
  expect(misplaced('order', { rule: 'reference' })).toBe(1);
});

test('age, history and completeness may be asked of anything', () => {
  for (const on of [null, 'order', 'order.status', 'revenue', 'places']) {
    expect(misplaced(on, { rule: 'freshness', maxMinutes: 60 })).toBe(0);
    expect(misplaced(on, { rule: 'completeness', min: 0.9 })).toBe(0);
  }
});
