import { expect, test } from 'vitest';
import type { LineageEdge, LineageProduct } from '@/lib/api/lineage';
import { impactRows } from './impact-rows';
import { readLineageState } from './lineage-state';
import { visibleLineage } from './visible-lineage';

const product = (key: string): LineageProduct => ({
  key,
  name: key,
  alignment: 'aggregate',
  domain: null,
  owner: null,
  status: 'published',
  build: { mode: 'virtual' },
  chips: [],
  asks: 0,
  reliedOnBy: 1,
  version: 1,
});
const edge = (from: string, to: string, more: Partial<LineageEdge> = {}): LineageEdge => ({
  from,
  to,
  verdict: 'met',
  slackMinutes: null,
  age: null,
  entities: [],
  attributes: 2,
  ...more,
});
const lineage = {
  products: ['raw', 'mart', 'board', 'late', 'beside'].map(product),
  edges: [
    edge('raw', 'mart'),
    edge('mart', 'board', { slackMinutes: 40 }),
    edge('board', 'late', { verdict: 'tighten', slackMinutes: -10 }),
    edge('raw', 'beside'),
  ],
  loop: null,
};
const rows = (query: string) => {
  const state = readLineageState(new URLSearchParams(query));
  return impactRows(lineage, visibleLineage(lineage, state), state, null);
};

test('of a chosen product everything before and after it is told, however far, and nothing beside', () => {
  expect(rows('select=mart&reach=1').map((row) => [row.product.key, row.steps, row.verdict, row.slackMinutes])).toEqual(
    [
      ['raw', -1, 'met', null],
      ['mart', 0, null, null],
      ['board', 1, 'met', 40],
      ['late', 2, 'tighten', -10],
    ],
  );
});

test('while nothing is chosen every product is told, by the worst of what others need of it', () => {
  expect(rows('').map((row) => [row.product.key, row.steps, row.fieldCount])).toEqual([
    ['raw', null, 4],
    ['mart', null, 2],
    ['board', null, 2],
    ['late', null, 2],
    ['beside', null, 2],
  ]);
});
