import { expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import { explainRequirement } from './explain';
import { planNames } from './plan-names';
import { planPush } from './plan-push';

const SHOP = `
headwater: 1
workspace: { name: Shop }
sources:
  - key: db
    tables: [ { name: orders, rows: 10, bytes: 100, key: [id], columns: [ { name: id, type: string }, { name: at, type: timestamp } ] } ]
products:
  - key: src-orders
    name: Orders
    model:
      entities:
        - key: purchase
          label: Purchase
          grain: [id]
          from: { table: db.orders, as: o }
          attributes: [ { key: id, type: string, expression: o.id }, { key: at, type: timestamp, expression: o.at } ]
  - key: cdp-board
    name: Board
    useCase: { decision: What to do }
    model:
      entities:
        - key: order
          label: Order
          grain: [id]
          from: { entity: src-orders.purchase, as: o }
          attributes:
            - { key: id, type: string, expression: o.id }
            - { key: at, type: timestamp, expression: o.at }
            - { key: chn, label: Sales channel, type: string }
        - key: vst
          label: Shop visit
          grain: [id]
          attributes: [ { key: id, type: string }, { key: at, label: Visited at, type: timestamp } ]
      measures: [ { key: orders, entity: order, aggregation: count }, { key: visits, entity: vst, aggregation: count } ]
      metrics:
        - { key: orders, kind: simple, measure: orders, time: order.at, slices: [order.chn] }
        - { key: visits, kind: simple, measure: visits, time: vst.at }
`;

test('a wish is called what whoever wishes calls it, in the entity it is asked of', () => {
  const read = readWorkspace(SHOP);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const plan = planPush(read.value, ['cdp-board']);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  const missing = plan.value.requirements.filter(({ verdict }) => verdict === 'missing');
  expect(missing.map((row) => explainRequirement(row, planNames(read.value), 'plain'))).toEqual([
    'Purchase › Sales channel is needed, because Orders in Board needs it.',
    'Shop visit is needed, because Visits in Board needs it.',
    'Shop visit has one row per Id, because Visits in Board needs it.',
    'Shop visit › Visited at is needed, because Visits in Board needs it.',
    'Shop visit › Id is needed, because Visits in Board needs it.',
  ]);
});
