import { expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import { planPush } from '../push/plan-push';

test('of many who contradict each other a few are named, and how many there are besides', () => {
  const [values, rows] = wordsOf('cdp-c');
  expect(values).toContain(
    'cdp-c needs Order › Status to be c, and cdp-a needs it to be a, cdp-b needs it to be b, cdp-d needs it to be d and 2 more have needs of their own. No value can be both.',
  );
  expect(rows).toContain(
    'cdp-c needs between 30 and 31 rows of Order, and cdp-a needs between 10 and 11 rows, cdp-b needs between 20 and 21 rows, cdp-d needs between 40 and 41 rows and 2 more have needs of their own. No number can be both.',
  );
});

/** Six consumers, each with a value and a number of rows of its own. */
function wordsOf(consumer: string): string[] {
  const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
  const fields = ['id', 'status', 'at'].map((key) => ({ key, type: key === 'at' ? 'timestamp' : 'string' }));
  const from = (alias: string) => fields.map((field) => ({ ...field, expression: `${alias}.${field.key}` }));
  const file = {
    headwater: 1,
    workspace: { name: 'Six' },
    sources: [{ key: 'db', tables: [{ name: 'orders', rows: 30, bytes: 300, columns: fields.map(toColumn) }] }],
    products: [
      {
        key: 'src-a',
        model: {
          entities: [{ key: 'order', grain: ['id'], from: { table: 'db.orders', as: 'o' }, attributes: from('o') }],
        },
      },
      ...keys.map((key, index) => ({
        key: `cdp-${key}`,
        useCase: { decision: 'What next?' },
        model: {
          entities: [{ key: 'order', grain: ['id'], from: { entity: 'src-a.order', as: 'o' }, attributes: from('o') }],
          measures: [{ key: 'n', entity: 'order', aggregation: 'count' }],
          metrics: [{ key: `m_${key}`, kind: 'simple', measure: 'n', time: 'order.at' }],
          expectations: [
            { on: 'order.status', rule: 'in-set', values: [key] },
            { on: 'order', rule: 'volume', min: 10 * (index + 1), max: 10 * (index + 1) + 1 },
          ],
        },
      })),
    ],
  };
  const snapshot = readWorkspace(JSON.stringify(file), { format: 'json' });
  if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.error));
  const plan = planPush(
    snapshot.value,
    keys.map((key) => `cdp-${key}`),
  );
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value.conflicts
    .filter((conflict) => conflict.consumer === consumer && conflict.words.includes(' can be both'))
    .map(({ words }) => words)
    .sort((a, b) => Number(a.includes('rows')) - Number(b.includes('rows')));
}

function toColumn({ key, type }: { key: string; type: string }) {
  return { name: key, type };
}
