import { expect, test } from 'vitest';
import type { LineageEdge, LineageProduct } from '@/lib/api/lineage';
import { readLineageState } from './lineage-state';
import { isInTrouble, visibleLineage } from './visible-lineage';

const product = (key: string, domain: string, more: Partial<LineageProduct> = {}): LineageProduct => ({
  key,
  name: key,
  alignment: 'source',
  domain: { key: domain, name: domain },
  owner: null,
  status: 'published',
  build: { mode: 'virtual' },
  chips: [],
  asks: 0,
  reliedOnBy: 1,
  version: 1,
  ...more,
});
const edge = (from: string, to: string): LineageEdge => ({
  from,
  to,
  verdict: 'met',
  slackMinutes: null,
  age: null,
  entities: [],
  attributes: 0,
});
const lineage = {
  products: [product('orders', 'sales', { asks: 1 }), product('crm', 'customer'), product('churn', 'customer')],
  edges: [edge('orders', 'churn'), edge('crm', 'churn')],
  loop: null,
};
const see = (query: string) => visibleLineage(lineage, readLineageState(new URLSearchParams(query)));

test('without a filter everything is there and nothing is hidden', () => {
  const { products, edges, hidden } = see('');
  expect([products.length, edges.length, hidden]).toEqual([3, 2, 0]);
});

test('a filter says what it hides, on the board and at each card', () => {
  const { products, edges, hidden } = see('domain=customer');
  expect(hidden).toBe(1);
  expect(edges.map((one) => one.from)).toEqual(['crm']);
  expect(products.find((one) => one.key === 'churn')?.hiddenUpstream).toBe(1);
});

test('only the path leaves what touches the chosen product', () => {
  expect(see('select=crm&reach=path').products.map((one) => one.key)).toEqual(['crm', 'churn']);
});

test('a reach of one step leaves the neighbours, and a card says and opens what lies beyond', () => {
  const chain = {
    products: ['a', 'b', 'c', 'd'].map((key) => product(key, 'sales')),
    edges: [edge('a', 'b'), edge('b', 'c'), edge('c', 'd')],
    loop: null,
  };
  const look = (query: string) => visibleLineage(chain, readLineageState(new URLSearchParams(query)));
  const near = look('select=b&reach=1');
  expect(near.products.map(({ key, hiddenDownstream }) => [key, hiddenDownstream])).toEqual([
    ['a', 0],
    ['b', 0],
    ['c', 1],
  ]);
  expect(near.hidden).toBe(1);
  expect(look('select=b&reach=1&open=down:c').products.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd']);
});

test('among many products a chosen one shows its neighbours first', () => {
  expect(readLineageState(new URLSearchParams('select=a'), 300).reach).toBe(1);
  expect(readLineageState(new URLSearchParams('select=a'), 11).reach).toBe('all');
  expect(readLineageState(new URLSearchParams('select=a&reach=all'), 300).reach).toBe('all');
});

test('of a field only its path is left', () => {
  const trace = {
    fields: [
      { product: 'crm', field: 'person.name', label: 'Person › Name' },
      { product: 'churn', field: 'person.name', label: 'Person › Name' },
    ],
    edges: [{ from: 'crm', to: 'churn' }],
    columns: [],
    metrics: [],
  };
  const { products, edges, hidden } = visibleLineage(
    lineage,
    readLineageState(new URLSearchParams('select=crm&field=person.name')),
    trace,
  );
  expect([products.map(({ key }) => key), edges.length, hidden]).toEqual([['crm', 'churn'], 1, 1]);
});

test('trouble is an open ask or a promise that is not enough', () => {
  expect(see('only=trouble').products.map((one) => one.key)).toEqual(['orders']);
  const late = product('late', 'sales', { chips: [{ kind: 'freshness', words: '1 h', verdict: 'tighten' }] });
  expect(isInTrouble(late)).toBe(true);
});

test('an address that makes no sense is no filter', () => {
  expect(see('only=nonsense&domain=').products).toHaveLength(3);
});
