import { expect, test } from 'vitest';
import { aMeasure, aMetric, aModel, anAttribute, anEntity } from '@/lib/model/factories';
import { previewOf } from './preview-of';

const origins = new Map([['agg-orders', { name: 'Order economics', alignment: 'aggregate' as const }]]);
const derivation = { from: { entity: 'agg-orders.item', as: 'i' }, joins: [], where: null, groupBy: [] };
const item = anEntity({ name: 'item', description: 'One line of an order.', derivation });
const price = anAttribute({
  entityId: item.id,
  name: 'price',
  type: 'decimal',
  role: 'number',
  unit: 'BRL',
  expression: 'i.price',
});
const wish = anAttribute({ entityId: item.id, name: 'gift', type: 'boolean', role: 'flag', expression: null });
const revenue = aMeasure({ entityId: item.id, name: 'revenue', aggregation: 'sum', expression: 'price', unit: 'BRL' });
const sales = aMetric({ name: 'sales', formula: { kind: 'simple', measureId: revenue.id }, unit: 'BRL' });
const model = aModel(item, price, wish, revenue, sales);
const told = (id: string) => previewOf(model, id, origins);

test('what is found says what it is, what it holds, what it means and where it comes from', () => {
  const from = 'From Order economics';
  const sum = 'he sum of price over Items.';
  expect(told(item.id)).toMatchObject({ kind: 'Entity', name: 'Item', sentence: 'One line of an order.', from });
  expect(told(price.id)).toMatchObject({ kind: 'Field of Item', holds: 'A number, in BRL', from });
  expect(told(revenue.id)).toMatchObject({ kind: 'Measure of Item', holds: 'in BRL', sentence: `T${sum}`, from });
  expect(told(sales.id)).toMatchObject({ kind: 'Metric', sentence: `Sales is t${sum}`, from });
});

test('what nobody has been found to offer says so, and what is gone says nothing', () => {
  expect(told(wish.id)?.from).toBe('Not found yet');
  expect(told('attribute:gone')).toBeNull();
});
