import { expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import { findIdleHouseRules } from './find-idle-house-rules';
import { planPush } from './plan-push';

const entity = (from: Record<string, string>) => ({
  key: 'order',
  grain: ['id'],
  from: { ...from, as: 'o' },
  attributes: [
    { key: 'id', type: 'string', expression: 'o.id' },
    { key: 'at', type: 'date', expression: 'o.at' },
  ],
});
const columns = [
  { name: 'id', type: 'string' },
  { name: 'at', type: 'date' },
];
const table = (name: string) => ({ name, rows: 10, bytes: 100, key: ['id'], columns });
const source = (key: string, name: string, more: Record<string, unknown>) => ({
  key,
  name,
  model: { entities: [entity({ table: `db.${key.slice(4)}` })] },
  ...more,
});

/** Orders are read; places nobody needs, nobody owns, and they are older than the house allows. */
function told(
  more: Record<string, unknown> = {},
  policies: Record<string, unknown>[] = HOUSE,
  others: Record<string, unknown>[] = [],
): string[] {
  const late = { promises: { freshnessMinutes: 4320 } };
  const file = {
    headwater: 1,
    workspace: { name: 'Test' },
    teams: [{ key: 'team', name: 'Team' }],
    sources: [{ key: 'db', tables: [table('orders'), table('places')] }],
    policies,
    products: [
      source('src-orders', 'Orders', late),
      source('src-places', 'Places', { ...late, ...more }),
      ...others,
      {
        key: 'cdp-x',
        owner: 'team',
        useCase: { decision: 'What sells' },
        model: {
          entities: [entity({ entity: 'src-orders.order' })],
          measures: [{ key: 'orders', entity: 'order', aggregation: 'count' }],
          metrics: [{ key: 'orders', kind: 'simple', measure: 'orders', time: 'order.at' }],
        },
      },
    ],
  };
  const read = readWorkspace(JSON.stringify(file), { format: 'json' });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const plan = planPush(read.value, ['cdp-x']);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return findIdleHouseRules(read.value, plan.value).map(({ at, words }) => `${at}: ${words}`);
}

const HOUSE = [
  {
    key: 'floor',
    applies: { alignment: ['source'] },
    requires: [
      { rule: 'freshness', maxMinutes: 2880 },
      { rule: 'availability', min: 0.9 },
    ],
  },
  { key: 'owned', requires: [{ rule: 'owner' }] },
];

test('a product nobody needs is not forgotten by the house: what it breaks is told, and of it alone', () => {
  expect(told()).toEqual([
    'src-places: The house rule “floor” wants Places at most 2 days old; as offered it is 3 days old.',
    'src-places: The house rule “owned” wants Places owned by somebody; nobody owns it.',
  ]);
});

test('what it keeps, says nothing of, or is no longer meant to keep, is not told', () => {
  expect(told({ owner: 'team', promises: { freshnessMinutes: 2880 } })).toEqual([]);
  expect(told({ owner: 'team', promises: {} })).toEqual([]);
  expect(told({ status: 'deprecated' })).toEqual([]);
  expect(
    told({}, [{ key: 'secret', applies: { classification: ['personal'] }, requires: [{ rule: 'owner' }] }]),
  ).toEqual([]);
});

test('what it can supply is composed from what it reads, and its own promise makes it no younger', () => {
  const made = {
    ...source('agg-week', 'Weeks', { build: { mode: 'scheduled', everyMinutes: 1440, takesMinutes: 60 } }),
  };
  const weeks = {
    ...made,
    promises: { freshnessMinutes: 60 },
    model: { entities: [entity({ entity: 'src-places.order' })] },
  };
  const rules = [
    { rule: 'freshness', maxMinutes: 1440 },
    { rule: 'history', days: 365 },
    { rule: 'completeness', min: 0.99 },
    { rule: 'availability', min: 0.9 },
    { rule: 'deadline', at: '06:00' },
  ];
  const promises = { freshnessMinutes: 30, historyDays: 30, completeness: 0.9, availability: 0.5, deadline: '05:30' };
  const house = [{ key: 'made', applies: { alignment: ['aggregate'] }, requires: rules }];
  expect(told({ owner: 'team', promises }, house, [weeks])).toEqual([
    'agg-week: The house rule “made” wants Weeks at most 24 h old; as offered it is 25 h 30 old.',
    'agg-week: The house rule “made” wants Weeks complete in 99 % of its rows; as offered it is complete in 90 %.',
    'agg-week: The house rule “made” wants Weeks kept for 365 days; as offered it is kept for 30 days.',
    'agg-week: The house rule “made” wants Weeks ready by 06:00; as offered it is ready by 06:30.',
  ]);
  expect(told({ owner: 'team', promises: {} }, house, [weeks])).toEqual([]);
});
