import { expect, test } from 'vitest';
import { anAttribute, anEntity, aSegment, aShop, someSurroundings } from './factories';
import { namesInScope } from './names-in-scope';

const written = (names: readonly { text: string }[]) => names.map(({ text }) => text);

test('own fields come first, then those of the entities it leads to by one way, never those it fans out to', () => {
  const segment = aSegment({ entityId: 'item', name: 'dear', filter: '' });
  const names = written(namesInScope(aShop(segment), someSurroundings(), segment, { in: 'filter' }));
  expect(names.slice(0, 5)).toEqual(['item_id', 'order_id', 'category', 'price', 'pieces']);
  expect(names).toContain('order.status');
  expect(names).toContain('customer.state');
  expect(names.filter((name) => name.startsWith('review.'))).toEqual([]);
});

test('in a derivation every input offers its columns, and the entity its other attributes', () => {
  const bill = anEntity({
    name: 'bill',
    derivation: { from: { table: 'shop.bills', as: 'b' }, joins: [], where: null, groupBy: [] },
  });
  const total = anAttribute({ entityId: 'bill', name: 'total', expression: '' });
  const net = anAttribute({ entityId: 'bill', name: 'net', type: 'decimal', expression: 'b.net' });
  const columns = new Map([['bill no', { type: 'string' as const, classification: null }]]);
  const surroundings = someSurroundings({
    findTable: (ref) => (ref === 'shop.bills' ? { key: [], columns } : null),
  });
  const names = namesInScope(aShop(bill, total, net), surroundings, total, { in: 'expression' });
  expect(names.map(({ text, type }) => [text, type])).toEqual([
    ['b."bill no"', 'string'],
    ['net', 'decimal'],
  ]);
});

test('a formula may name every metric but its own', () => {
  const shop = aShop();
  const revenue = shop.records.revenue;
  if (!revenue) throw new Error('the shop has revenue');
  expect(namesInScope(shop, someSurroundings(), revenue, { in: 'formula' })).toEqual([]);
  expect(written(namesInScope(shop, someSurroundings(), { ...revenue, id: 'x' }, { in: 'formula' }))).toEqual([
    'revenue',
  ]);
});
