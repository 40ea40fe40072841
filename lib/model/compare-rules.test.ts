import { expect, test } from 'vitest';
import { compareRules, type RuleChange } from './compare-rules';
import type { ExpectationRule } from './rule';

test.each<[ExpectationRule, ExpectationRule, RuleChange]>([
  [{ rule: 'freshness', maxMinutes: 1440 }, { rule: 'freshness', maxMinutes: 120 }, 'tightened'],
  [{ rule: 'freshness', maxMinutes: 120 }, { rule: 'freshness', maxMinutes: 1440 }, 'loosened'],
  [{ rule: 'availability', min: 0.99 }, { rule: 'availability', min: 0.999 }, 'tightened'],
  [{ rule: 'history', days: 30 }, { rule: 'history', days: 10 }, 'loosened'],
  [{ rule: 'deadline', at: '06:00' }, { rule: 'deadline', at: '05:30' }, 'tightened'],
  [{ rule: 'deadline', at: '06:00' }, { rule: 'deadline', at: '05:30', dayOffset: 1 }, 'loosened'],
  [{ rule: 'deadline', at: '06:00' }, { rule: 'deadline', at: '05:30', timezone: 'UTC' }, 'changed'],
  [{ rule: 'completeness', min: 0.9 }, { rule: 'completeness', min: 0.95, of: 'rows' }, 'tightened'],
  [{ rule: 'completeness', min: 0.9 }, { rule: 'completeness', min: 0.95, when: 'x' }, 'changed'],
  [{ rule: 'reference' }, { rule: 'reference', maxOrphans: 0.01 }, 'loosened'],
  [{ rule: 'holds', condition: 'a > b', min: 0.9 }, { rule: 'holds', condition: 'a > b' }, 'tightened'],
  [{ rule: 'holds', condition: 'a > b' }, { rule: 'holds', condition: 'a > c' }, 'changed'],
  [
    { rule: 'reconcile', left: 'a', right: 'b', within: 0.02 },
    { rule: 'reconcile', left: 'a', right: 'b', within: 0.01 },
    'tightened',
  ],
  [{ rule: 'range', min: 0 }, { rule: 'range', min: 0, max: 5 }, 'tightened'],
  [{ rule: 'range', min: 0, max: 5 }, { rule: 'range', min: 1, max: 9 }, 'changed'],
  [{ rule: 'range', min: 'a' }, { rule: 'range', min: 'b' }, 'changed'],
  [{ rule: 'volume', min: 10 }, { rule: 'volume', min: 5 }, 'loosened'],
  [{ rule: 'in-set', values: ['a'] }, { rule: 'in-set', values: ['a', 'b'] }, 'loosened'],
  [{ rule: 'in-set', values: ['a', 'b'] }, { rule: 'in-set', values: ['b'] }, 'tightened'],
  [{ rule: 'in-set', values: ['a', 'b'] }, { rule: 'in-set', values: ['b', 'a'] }, 'same'],
  [{ rule: 'in-set', values: ['a'] }, { rule: 'in-set', values: ['b'] }, 'changed'],
  [{ rule: 'not-null' }, { rule: 'unique' }, 'changed'],
  [{ rule: 'not-null' }, { rule: 'not-null' }, 'same'],
])('%o to %o is %s', (before, after, change) => {
  expect(compareRules(before, after)).toBe(change);
});
