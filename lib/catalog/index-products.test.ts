import { expect, test } from 'vitest';
import { indexProducts } from './index-products';
import { readWorkspace } from './read-workspace';
import type { Product } from './snapshot';

const read = readWorkspace(`
headwater: 1
workspace: { name: Small }
teams: [ { key: even, name: Even }, { key: odd, name: Odd } ]
sources: []
products:
${['a', 'b', 'c', 'd'].map((key, at) => `  - { key: agg-${key}, owner: ${at % 2 === 0 ? 'even' : 'odd'}, model: { entities: [] } }`).join('\n')}
`);
if (!read.ok) throw new Error(read.error.map(({ words }) => words).join('\n'));
const snapshot = read.value;

const byOwner = (product: Product) => [[product.owner ?? '', product.key]] as const;
const told = (index: { get(key: string): readonly string[] | undefined }) =>
  ['even', 'odd', 'new'].map((owner) => [...(index.get(owner) ?? [])].sort().join(' '));

test('after an edit the index says what one from nothing says', () => {
  const index = indexProducts(byOwner);
  expect(told(index(snapshot))).toEqual(['agg-a agg-c', 'agg-b agg-d', '']);
  const { products } = snapshot;
  const edits = [
    products.map((one) => (one.key === 'agg-b' ? { ...one, owner: 'even' } : one)),
    products.map((one) => (one.key < 'agg-d' ? { ...one, owner: 'new' } : one)),
    products.slice(1),
    [...products].reverse(),
  ];
  for (const edited of edits) {
    const after = { ...snapshot, products: edited };
    expect(told(index(after))).toEqual(told(indexProducts(byOwner)(after)));
  }
});
