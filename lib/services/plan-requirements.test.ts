import { expect, test } from 'vitest';
import type { Requirement } from '@/lib/engine/plan';
import type { RequirementState } from '@/lib/reviews/state';
import { NOTHING_NEGOTIATED } from './negotiated';
import { fingerprintAsk, planRequirements } from './plan-requirements';
import type { StoredRequirement } from './store';

function fresh(given: Partial<Requirement> = {}): Requirement {
  return {
    product: 'src-orders',
    target: null,
    kind: 'freshness',
    rule: null,
    role: null,
    value: 650,
    verdict: 'met',
    supply: 30,
    slack: 620,
    hard: false,
    approximate: false,
    binding: ['cdp-retention'],
    because: [],
    ...given,
  };
}

function recorded(state: RequirementState, given: Partial<Requirement> = {}): StoredRequirement {
  const row = fresh(given);
  const { because, binding: _, dayOffset, timezone, ...rest } = row;
  return {
    ...rest,
    id: 'r1',
    consumer: 'cdp-retention',
    causes: because,
    dayOffset: dayOffset ?? null,
    timezone: timezone ?? null,
    state,
    pushId: 'push-1',
    askedAt: new Date(0),
    askedWhy: '',
    askedById: 'p1',
    sinceVersion: 1,
    ...NOTHING_NEGOTIATED,
    delegateKey: null,
    decidedById: null,
    decidedAt: null,
    reason: null,
    version: 1,
    fingerprint: fingerprintAsk(row),
  };
}

const weak = { verdict: 'tighten', supply: 700 } as const;

test.each<[string, Requirement[], StoredRequirement[], string]>([
  ['what is promised already is covered at once', [fresh()], [], 'added covered'],
  ['what is not is asked', [fresh(weak)], [], 'added proposed'],
  ['nothing new, nothing moves', [fresh(weak)], [recorded('proposed', weak)], 'unchanged proposed, stays'],
  ['the same need stays agreed', [fresh(weak)], [recorded('accepted', weak)], 'unchanged accepted, stays'],
  [
    'a stricter need voids the agreement',
    [fresh({ ...weak, value: 60 })],
    [recorded('accepted', weak)],
    'tightened proposed',
  ],
  ['a weaker need keeps it', [fresh({ ...weak, value: 660 })], [recorded('accepted', weak)], 'relaxed accepted, stays'],
  [
    'a weaker need is asked again of whoever declined',
    [fresh({ ...weak, value: 660 })],
    [recorded('declined', weak)],
    'relaxed proposed',
  ],
  ['a promise made meanwhile covers an open ask', [fresh()], [recorded('proposed')], 'unchanged covered'],
  ['a promise taken back opens what it covered', [fresh(weak)], [recorded('covered')], 'unchanged proposed'],
  ['the last cause died', [], [recorded('accepted')], 'withdrawn withdrawn'],
  ['what was withdrawn is asked anew', [fresh(weak)], [recorded('withdrawn', weak)], 'added proposed'],
  ['what was withdrawn stays so', [], [recorded('withdrawn')], ''],
])('%s', (_, now, before, wanted) => {
  const steps = planRequirements(now, before);
  expect(steps.map((one) => `${one.change} ${one.state}${one.isMoved ? '' : ', stays'}`).join('; ')).toBe(wanted);
});
