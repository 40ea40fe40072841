import { describe, expect, test } from 'vitest';
import type { Requirement } from '../plan';
import { comparePlans } from './compare-plans';

const aRequirement = (some: Partial<Requirement>): Requirement => ({
  product: 'src-orders',
  target: null,
  kind: 'freshness',
  rule: null,
  role: null,
  value: 60,
  verdict: 'met',
  supply: 30,
  slack: 30,
  hard: false,
  approximate: false,
  binding: [],
  because: [],
  ...some,
});
const changeOf = (before: Partial<Requirement>, now: Partial<Requirement>) =>
  comparePlans([aRequirement(now)], [aRequirement(before)]).map(({ change }) => change);

describe('the difference of two plans', () => {
  test('fresher is tighter, later is relaxed', () => {
    expect(changeOf({ value: 60 }, { value: 30 })).toEqual(['tightened']);
    expect(changeOf({ value: 60 }, { value: 90 })).toEqual(['relaxed']);
    expect(changeOf({ value: 60 }, { value: 60 })).toEqual(['unchanged']);
  });

  test('more of a ratio is tighter', () => {
    expect(changeOf({ kind: 'availability', value: 0.99 }, { kind: 'availability', value: 0.999 })).toEqual([
      'tightened',
    ]);
    expect(changeOf({ kind: 'completeness', value: 0.99 }, { kind: 'completeness', value: 0.9 })).toEqual(['relaxed']);
  });

  test('a day earlier is tighter than an hour later on the clock', () => {
    const deadline = { kind: 'deadline', value: '01:00', dayOffset: 0 } as const;
    expect(changeOf(deadline, { kind: 'deadline', value: '23:00', dayOffset: -1 })).toEqual(['tightened']);
    expect(changeOf(deadline, { kind: 'deadline', value: '02:00', dayOffset: 0 })).toEqual(['relaxed']);
  });

  test('all of history is more than any number of days', () => {
    expect(changeOf({ kind: 'history', value: 900 }, { kind: 'history', value: 'all' })).toEqual(['tightened']);
    expect(changeOf({ kind: 'history', value: 'all' }, { kind: 'history', value: 900 })).toEqual(['relaxed']);
  });

  test('what is no longer caused is withdrawn, what is new is added, each once and in the order of plans', () => {
    const gone = aRequirement({ product: 'src-a', kind: 'attribute', target: 'order.id', value: null });
    const fresh = aRequirement({ product: 'src-b', kind: 'attribute', target: 'order.id', value: null });
    expect(comparePlans([fresh], [gone]).map(({ change }) => change)).toEqual(['withdrawn', 'added']);
  });
});
