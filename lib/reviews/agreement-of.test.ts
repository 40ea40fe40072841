import { expect, test } from 'vitest';
import { agreementOf } from './agreement-of';
import { RequirementState } from './state';

const row = {
  product: 'agg-x',
  target: null,
  kind: 'freshness' as const,
  rule: null,
  value: 360,
  dayOffset: null,
  counterValue: 1440,
};

test('plans reckon with an offer from the moment it is agreed to, and for as long as that stands', () => {
  const held = RequirementState.options.filter((state) => agreementOf({ ...row, state }) !== null);
  expect(held.sort()).toEqual(['accepted', 'agreed', 'implemented', 'verified']);
  expect(agreementOf({ ...row, state: 'agreed' })).toEqual({
    product: 'agg-x',
    target: null,
    kind: 'freshness',
    rule: null,
    asked: 360,
    value: 1440,
  });
});

test('what was accepted as it was asked, and a smaller set of values, change no plan', () => {
  expect(agreementOf({ ...row, state: 'agreed', counterValue: null })).toBeNull();
  expect(agreementOf({ ...row, kind: 'validity', state: 'agreed', counterValue: { values: ['a'] } })).toBeNull();
});
