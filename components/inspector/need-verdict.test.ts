import { expect, test } from 'vitest';
import type { RequirementLine } from '@/lib/api/requirement-line';
import type { Plan, Verdict } from '@/lib/engine/plan';
import { addExpectation } from '@/lib/model/edits/add-expectation';
import { recordOf } from '@/lib/model/model-index';
import { EMPTY_MODEL } from '@/lib/model/records';
import { findNeedVerdict } from './need-verdict';

const document = addExpectation(EMPTY_MODEL, { id: 'n', onId: null, rule: { rule: 'freshness', maxMinutes: 60 } });

function row(product: string, verdict: Verdict, expectation = 'freshness on model'): RequirementLine {
  return {
    product,
    target: null,
    kind: 'freshness',
    rule: null,
    role: 'direct',
    value: 60,
    verdict,
    supply: null,
    slack: null,
    hard: false,
    approximate: false,
    binding: ['c'],
    because: [{ consumer: 'c', metric: null, expectation, path: [] }],
    words: '',
    team: null,
    productName: product,
    state: 'proposed',
    decided: null,
  };
}

function verdict(added: RequirementLine[], conflicts: Plan['conflicts'] = [], origin?: 'estimated') {
  const need = recordOf(document, 'expectation', 'n');
  if (!need) throw new Error('the need is there');
  const plan: Omit<Plan, 'requirements'> = { headwater: 1, consumers: [], scopes: [], unused: [], conflicts };
  const comparison = { added, tightened: [], relaxed: [], withdrawn: [row('gone', 'missing')], unchanged: [] };
  return findNeedVerdict({ plan, comparison }, document, origin ? { ...need, origin } : need, (key) =>
    key.toUpperCase(),
  );
}

const late = (code: Plan['conflicts'][number]['code'], words: string): Plan['conflicts'][number] => ({
  code,
  consumer: 'c',
  at: 'orders',
  products: [],
  path: [],
  numbers: {},
  words,
  repairs: [{ words: 'Run it hourly.', change: { schedules: [] }, effect: { freshness: {}, tighten: [] } }],
});

test('a need is met when everything asked for it is, and only for it', () => {
  expect(verdict([row('orders', 'met'), row('fx', 'missing', 'history on model')])).toEqual({ is: 'met' });
});

test('a need is met where another one behind the same requirement is short', () => {
  const slow = {
    consumer: 'c',
    metric: null,
    expectation: 'freshness on slow',
    value: 600,
    verdict: 'infeasible' as const,
    supply: 900,
    slack: -300,
  };
  const shared = { ...row('orders', 'infeasible'), short: [slow] };
  expect(verdict([shared])).toEqual({ is: 'met' });
  expect(
    verdict([{ ...shared, short: [slow, { ...slow, expectation: 'freshness on model', verdict: 'tighten' }] }]),
  ).toEqual({
    is: 'more',
    words: 'ORDERS must promise more.',
  });
});

test('who must promise more and who does not offer it are named, each once', () => {
  expect(verdict([row('orders', 'tighten'), row('orders', 'tighten'), row('fx', 'missing')])).toEqual({
    is: 'more',
    words: 'ORDERS must promise more; FX does not offer it yet.',
  });
});

test('what cannot be had says why, with the repairs of its own conflicts, each once', () => {
  const conflicts = [
    late('infeasible-freshness', 'It takes 90 minutes.'),
    late('infeasible-freshness', 'And here.'),
    late('unit', 'Something else.'),
  ];
  expect(verdict([row('orders', 'infeasible'), row('fx', 'tighten')], conflicts)).toEqual({
    is: 'cannot',
    words: 'It takes 90 minutes.',
    repairs: [conflicts[0]?.repairs[0]],
  });
});

test('nothing is claimed of a need that nobody is asked for', () => {
  expect(verdict([])).toMatchObject({ is: 'own' });
  expect(verdict([row('orders', 'missing')], [], 'estimated')).toEqual({ is: 'estimate' });
});
