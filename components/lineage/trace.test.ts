import { expect, test } from 'vitest';
import type { LineageEdge } from '@/lib/api/lineage';
import { tracePath } from './trace';

const edge = (from: string, to: string): LineageEdge => ({
  from,
  to,
  verdict: null,
  slackMinutes: null,
  age: null,
  entities: [],
  attributes: 0,
});
const edges = [
  edge('orders', 'economics'),
  edge('economics', 'customer-360'),
  edge('economics', 'retention'),
  edge('customer-360', 'retention'),
  edge('sellers', 'category'),
];

test('a path is everything a product is made from and everything made from it', () => {
  expect([...tracePath(edges, 'customer-360').products].sort()).toEqual([
    'customer-360',
    'economics',
    'orders',
    'retention',
  ]);
});

test('a line past a product is not on its path, although both its ends are', () => {
  expect([...tracePath(edges, 'customer-360').edges].sort()).toEqual([
    'customer-360~retention',
    'economics~customer-360',
    'orders~economics',
  ]);
});

test('a loop ends', () => {
  const loop = [edge('a', 'b'), edge('b', 'a')];
  expect([...tracePath(loop, 'a').products].sort()).toEqual(['a', 'b']);
});
