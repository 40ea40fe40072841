import { expect, test } from 'vitest';
import { mayStandOn, offeredTargets } from './fitting-targets';
import { ExpectationRule } from './rule';

test('every rule is offered for something, and only for what it may stand on', () => {
  for (const { shape } of ExpectationRule.options) {
    const rule = shape.rule.value;
    const targets = offeredTargets(rule);
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((kind) => !mayStandOn(rule, kind))).toEqual([]);
  }
});
