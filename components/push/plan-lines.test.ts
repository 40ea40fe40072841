import { expect, test } from 'vitest';
import type { RequirementLine } from '@/lib/api/requirement-line';
import { needsSomebody, planByTeam } from './plan-lines';

function line(given: Partial<RequirementLine>): RequirementLine {
  return {
    product: 'src-orders',
    productName: 'Orders',
    team: { key: 'order-platform', name: 'Order Platform' },
    target: 'order.status',
    kind: 'attribute',
    rule: null,
    role: 'direct',
    value: null,
    verdict: 'met',
    supply: null,
    slack: null,
    hard: false,
    approximate: false,
    binding: [],
    because: [],
    words: 'Order › status',
    state: 'covered',
    decided: null,
    ...given,
  };
}
const nothing = { added: [], tightened: [], relaxed: [], withdrawn: [], unchanged: [] };

test('a plan is read by team and product, teams with something to decide first', () => {
  const teams = planByTeam({
    ...nothing,
    unchanged: [line({})],
    added: [
      line({
        team: { key: 'crm', name: 'CRM' },
        product: 'src-customers',
        productName: 'Customers',
        verdict: 'missing',
      }),
    ],
  });
  expect(teams.map(({ team, products }) => [team?.name, products.map(({ name }) => name)])).toEqual([
    ['CRM', ['Customers']],
    ['Order Platform', ['Orders']],
  ]);
});

test('only what is new or tighter and not covered waits for somebody', () => {
  const [team] = planByTeam({
    added: [line({ verdict: 'missing', target: 'a.a' }), line({ verdict: 'met', target: 'a.b' })],
    tightened: [line({ verdict: 'tighten', target: 'a.c' })],
    relaxed: [],
    withdrawn: [line({ verdict: 'missing', target: 'a.d' })],
    unchanged: [line({ verdict: 'tighten', target: 'a.e' })],
  });
  const waiting = team?.products.flatMap(({ lines }) => lines.filter(needsSomebody)).map(({ target }) => target);
  expect(waiting).toEqual(['a.a', 'a.c']);
});

test('products nobody owns stand in a group of their own', () => {
  const teams = planByTeam({ ...nothing, added: [line({ team: null })] });
  expect(teams.map(({ team }) => team)).toEqual([null]);
});
