import { expect, test } from 'vitest';
import type { Lineage } from '@/lib/api/lineage';
import { diffLineage } from './diff-lineage';

test('only what changes and who reads it is drawn, with a line for a reading that is new', () => {
  const edge = (from: string, to: string) => ({
    from,
    to,
    verdict: null,
    slackMinutes: null,
    age: null,
    entities: [],
    attributes: 0,
  });
  const product = (key: string): Lineage['products'][number] => ({
    key,
    name: key,
    alignment: 'source',
    domain: null,
    owner: null,
    status: 'published',
    build: { mode: 'virtual' },
    reliedOnBy: 0,
    version: 1,
    chips: [],
    asks: 0,
  });
  const lineage = {
    products: ['src-a', 'src-b', 'agg-x', 'cdp-one'].map(product),
    edges: [edge('src-b', 'agg-x'), edge('agg-x', 'cdp-one')],
    loop: null,
  };
  const drawn = diffLineage(lineage, [
    { product: 'src-a', reader: 'agg-x', change: 'added', count: 2 },
    { product: 'agg-x', reader: 'cdp-one', change: 'tightened', count: 1 },
    { product: 'src-gone', reader: 'agg-x', change: 'withdrawn', count: 1 },
  ]);
  expect(drawn.products.map(({ key }) => key)).toEqual(['src-a', 'agg-x', 'cdp-one']);
  expect(drawn.edges.map(({ from, to }) => `${from} ${to}`)).toEqual(['agg-x cdp-one', 'src-a agg-x']);
});
