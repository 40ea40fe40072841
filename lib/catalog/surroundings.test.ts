import { expect, test } from 'vitest';
import { fingerprintMetric } from '@/lib/model/fingerprint-metric';
import { readWorkspace } from './read-workspace';
import { surroundingsOf } from './surroundings';

const read = readWorkspace(`
headwater: 1
workspace: { name: Small }
teams: [ { key: sales, name: Sales }, { key: crew, name: Crew } ]
sources:
  - key: shop
    tables:
      - name: public.orders
        rows: 1
        bytes: 1
        key: [id]
        columns: [ { name: id, type: string }, { name: mail, type: string, classification: personal } ]
products:
  - key: agg-orders
    owner: sales
    model:
      entities:
        - key: order
          grain: [line, order_id]
          from: { table: shop.public.orders, as: o }
          attributes:
            - { key: order_id, type: string, expression: o.id }
            - { key: line, type: integer }
            - { key: mail, type: string, classification: personal, expression: o.mail }
      measures: [ { key: n, entity: order, aggregation: count } ]
      metrics: [ { key: orders, kind: simple, measure: n } ]
  - key: cdp-a
    owner: crew
    useCase: { decision: To win back }
    model:
      entities: [ { key: order, from: { entity: agg-orders.order, as: o } } ]
      measures: [ { key: n, entity: order, aggregation: count } ]
      metrics: [ { key: orders, kind: simple, measure: n, owner: sales } ]
`);
if (!read.ok) throw new Error(read.error.map(({ words }) => words).join('\n'));
const SMALL = read.value;
const surroundings = surroundingsOf(SMALL, 'cdp-a');

test('a model knows what its product is, who owns it and what for', () => {
  expect(surroundings).toMatchObject({
    productKey: 'cdp-a',
    alignment: 'consumer',
    ownerKey: 'crew',
    useCase: { decision: 'To win back' },
  });
});

test('an entity elsewhere shows its grain in the order it is written, and which attributes are only wishes', () => {
  const order = surroundings.findEntity('agg-orders.order');
  expect(order?.grain).toEqual(['line', 'order_id']);
  expect(order?.attributes.get('order_id')).toEqual({ type: 'string', expressionBound: true, classification: null });
  expect(order?.attributes.get('line')?.expressionBound).toBe(false);
  expect(order?.attributes.get('mail')?.classification).toBe('personal');
});

test('a table is found by its source, even when its own name has a dot', () => {
  const table = surroundings.findTable('shop.public.orders');
  expect(table?.key).toEqual(['id']);
  expect(table?.columns.get('mail')).toEqual({ type: 'string', classification: 'personal' });
});

test('what is not there is not there', () => {
  for (const ref of ['agg-orders.none', 'nobody.order', 'order', '', '.', 'shop.public.orders']) {
    expect(surroundings.findEntity(ref)).toBeNull();
  }
  expect(surroundings.findTable('shop.orders')).toBeNull();
  expect(() => surroundingsOf(SMALL, 'nobody')).toThrow('no such product');
});

test('a definition bears the fingerprint of its own document, and everybody is compared with the same ones', () => {
  const [definition, ...others] = surroundings.findDefinitions('orders');
  expect(others).toEqual([]);
  const orders = SMALL.products.find(({ key }) => key === 'agg-orders');
  expect(definition?.metrics[0]).toEqual({ product: 'agg-orders', ownerKey: 'sales' });
  expect(definition?.fingerprint).toBe(orders && fingerprintMetric(orders.model, 'metric:orders'));
  expect(surroundings.findDefinitions('revenue')).toEqual([]);
  expect(surroundingsOf(SMALL, 'agg-orders').findDefinitions('orders')).toBe(surroundings.findDefinitions('orders'));
});
