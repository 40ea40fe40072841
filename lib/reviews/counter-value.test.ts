import { expect, test } from 'vitest';
import type { RequirementKind, RequirementValue } from '@/lib/engine/plan';
import { findCounterProblem } from './counter-value';

const asked = (kind: RequirementKind, value: RequirementValue, hard = false) => ({
  product: 'src-orders',
  target: null,
  kind,
  rule: null,
  value,
  hard,
});

test.each<[RequirementKind, RequirementValue, RequirementValue, string | null]>([
  ['freshness', 360, 1440, null],
  ['freshness', 360, 360, 'not-looser'],
  ['freshness', 360, 60, 'not-looser'],
  ['freshness', 360, '24 h', 'wrong-value'],
  ['freshness', 360, -1, 'wrong-value'],
  ['freshness', 360, Number.POSITIVE_INFINITY, 'wrong-value'],
  ['availability', 0.99, 0.95, null],
  ['availability', 0.99, 0.995, 'not-looser'],
  ['availability', 0.99, 1.5, 'wrong-value'],
  ['completeness', 0.99, 0.9, null],
  ['history', 730, 365, null],
  ['history', 'all', 365, null],
  ['history', 730, 36.5, 'wrong-value'],
  ['deadline', '05:10', '06:00', null],
  ['deadline', '05:10', '04:00', 'not-looser'],
  ['deadline', '05:10', '25:00', 'wrong-value'],
  ['validity', { values: ['a', 'b'] }, { values: ['a'] }, null],
  ['validity', { values: ['a', 'b'] }, { values: ['b', 'a'] }, 'not-looser'],
  ['validity', { values: ['a', 'b'] }, { values: ['c'] }, 'wrong-value'],
  ['validity', { values: ['a', 'b'] }, { values: [] }, 'wrong-value'],
  ['validity', { min: 1 }, { min: 0 }, 'not-negotiable'],
  ['attribute', null, null, 'not-negotiable'],
])('%s %j countered with %j: %s', (kind, value, offered, wanted) => {
  expect(findCounterProblem(asked(kind, value), offered, null)?.code ?? null).toBe(wanted);
});

test('what must hold exactly is not countered, and the same from a later day is an offer', () => {
  expect(findCounterProblem(asked('freshness', 360, true), 1440, null)).toEqual({ code: 'hard' });
  expect(findCounterProblem(asked('freshness', 360), 360, '2027-03-01')).toBeNull();
});
