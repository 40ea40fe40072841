import { expect, test } from 'vitest';
import { readWorkspace } from './read-workspace';
import { shareUnchanged } from './share-unchanged';

const read = readWorkspace(`
headwater: 1
workspace: { name: Small }
teams: [ { key: crew, name: Crew } ]
products:
  - { key: src-a, owner: crew, model: { entities: [ { key: one } ] } }
  - { key: src-b, owner: crew, model: { entities: [ { key: two } ] } }
`);
if (!read.ok) throw new Error(read.error.map(({ words }) => words).join('\n'));
const before = read.value;

test('what was loaded again and says the same is the very thing that was there', () => {
  const after = structuredClone(before);
  const shared = shareUnchanged(before, after);
  expect(shared).toEqual(after);
  expect(shared.sources).toBe(before.sources);
  expect(shared.products.map((product, at) => product === before.products[at])).toEqual([true, true]);
});

test('a product with another promise is a new one over the same document, and its neighbours stay', () => {
  const after = structuredClone(before);
  const [first, second] = after.products;
  if (!first || !second) throw new Error('two products');
  const changed = { ...after, products: [{ ...first, promises: { freshnessMinutes: 5 } }, second] };
  const shared = shareUnchanged(before, changed);
  expect(shared).toEqual(changed);
  expect(shared.products[0]).not.toBe(before.products[0]);
  expect(shared.products[0]?.model).toBe(before.products[0]?.model);
  expect(shared.products[1]).toBe(before.products[1]);
});
