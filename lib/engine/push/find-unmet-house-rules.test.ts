import { expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
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

function wordsOf(
  rules: readonly unknown[],
  promises: Record<string, unknown>,
  alignment: readonly string[] = ['consumer'],
): string[] {
  const columns = [
    { name: 'id', type: 'string' },
    { name: 'at', type: 'date' },
  ];
  const file = {
    headwater: 1,
    workspace: { name: 'Test' },
    sources: [{ key: 'db', tables: [{ name: 'orders', rows: 10, bytes: 100, key: ['id'], columns }] }],
    policies: [{ key: 'house', applies: { alignment }, requires: rules }],
    products: [
      { key: 'src-a', promises, model: { entities: [entity({ table: 'db.orders' })] } },
      {
        key: 'cdp-x',
        model: {
          entities: [entity({ entity: 'src-a.order' })],
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
  const [consumer] = plan.value.consumers;
  return (consumer?.issues ?? []).filter(({ code }) => code === 'house-rule-unmet').map(({ words }) => words);
}

test.each([
  [
    { rule: 'freshness', maxMinutes: 60 },
    { freshnessMinutes: 90 },
    'The house rule “house” wants it at most 1 h old; as offered it is 1 h 30 old.',
  ],
  [
    { rule: 'deadline', at: '06:00' },
    { deadline: '06:10' },
    'The house rule “house” wants it ready by 06:00; as offered it is ready by 06:10.',
  ],
  [
    { rule: 'availability', min: 0.9999 },
    { availability: 0.998 },
    'The house rule “house” wants it available 99.99 % of the time; as offered it is available 99.8 %.',
  ],
  [
    { rule: 'completeness', min: 0.99 },
    { completeness: 0.95 },
    'The house rule “house” wants it complete in 99 % of its rows; as offered it is complete in 95 %.',
  ],
  [
    { rule: 'history', days: 5000 },
    { historyDays: 365 },
    'The house rule “house” wants it kept for 5,000 days; as offered it is kept for 365 days.',
  ],
])('a consumer that breaks the house rule %j is told so', (rule, promises, words) => {
  expect(wordsOf([rule], promises)).toEqual([words]);
});

test('a house rule that a consumer keeps, or about which nobody has said anything, is not told', () => {
  const rules = [
    { rule: 'deadline', at: '06:10' },
    { rule: 'completeness', min: 0.95 },
    { rule: 'history', days: 365 },
    { rule: 'availability', min: 0.9 },
    { rule: 'freshness', maxMinutes: 10 },
  ];
  expect(wordsOf(rules, { deadline: '06:10', completeness: 0.95, historyDays: 365 })).toEqual([]);
});

test('a house rule about numbers that must agree asks nobody, and is told once, whatever it speaks of', () => {
  const rule = { rule: 'reconcile', left: 'a', right: 'b', within: 0.01 };
  const rest =
    'to have “a” and “b” agree within 1 %; that is asked of nobody, because only a model knows which numbers are meant: state it in the one that has both.';
  expect(wordsOf([rule], {}, ['source'])).toEqual([`The house rule “house” wants src-a ${rest}`]);
  expect(wordsOf([rule], {}, ['source', 'consumer'])).toEqual([`The house rule “house” wants it ${rest}`]);
});
