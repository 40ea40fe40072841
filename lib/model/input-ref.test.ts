import { expect, test } from 'vitest';
import { nameIn, ownerIn } from './input-ref';

test('an input is parted at its first dot', () => {
  expect([ownerIn('src-orders.order'), nameIn('src-orders.order')]).toEqual(['src-orders', 'order']);
  expect([ownerIn('shop.public.orders'), nameIn('shop.public.orders')]).toEqual(['shop', 'public.orders']);
});

test('a name alone has no owner', () => {
  expect([ownerIn('order'), nameIn('order')]).toEqual(['', 'order']);
});
