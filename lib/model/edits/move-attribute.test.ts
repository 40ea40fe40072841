import { expect, test } from 'vitest';
import { aShop } from '../factories';
import { attributesIn } from '../model-index';
import type { ModelDocument } from '../records';
import { moveAttribute } from './move-attribute';

const namesIn = (document: ModelDocument) => attributesIn(document, 'customer').map(({ id }) => id);

test('a field goes up and down among its fields, and stays at the ends', () => {
  const shop = aShop();
  const [first = '', second = '', ...rest] = namesIn(shop);
  expect(namesIn(moveAttribute(shop, { id: first, by: 1 }))).toEqual([second, first, ...rest]);
  expect(namesIn(moveAttribute(shop, { id: second, by: -1 }))).toEqual([second, first, ...rest]);
  expect(moveAttribute(shop, { id: first, by: -1 })).toBe(shop);
  expect(namesIn(moveAttribute(shop, { id: first, by: 99 })).at(-1)).toBe(first);
});

test('what is no field is not moved', () => {
  const shop = aShop();
  expect(moveAttribute(shop, { id: 'customer', by: 1 })).toBe(shop);
});
