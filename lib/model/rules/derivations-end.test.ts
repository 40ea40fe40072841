import { expect, test } from 'vitest';
import { aModel, anAttribute, anEntity, someSurroundings } from '../factories';
import { derivationsEnd } from './derivations-end';

const surroundings = someSurroundings({ productKey: 'agg-shop' });
const made = (name: string, ...refs: string[]) =>
  anEntity({
    name,
    derivation: {
      from: { entity: refs[0] ?? '', as: 'a' },
      joins: refs.slice(1).map((entity, n) => ({ entity, as: `b${n}`, type: 'left', on: 'true' })),
      where: null,
      groupBy: [],
    },
  });

test('an entity may be made from another of its product', () => {
  const model = aModel(made('order', 'src.order'), made('customer', 'src.customer', 'agg-shop.order'));
  expect(derivationsEnd(model, surroundings)).toEqual([]);
});

test('two entities made from each other are one loop, told once', () => {
  const model = aModel(made('order', 'src.order', 'agg-shop.customer'), made('customer', 'agg-shop.order'));
  expect(derivationsEnd(model, surroundings)).toEqual([
    { code: 'derivation-cycle', severity: 'error', at: 'order', around: ['order', 'customer'] },
  ]);
});

test('the same name in another product is another entity', () => {
  expect(derivationsEnd(aModel(made('order', 'src-orders.order')), surroundings)).toEqual([]);
});

test('attributes computed from each other are a loop, and one computed from itself', () => {
  const computed = (name: string, expression: string) => anAttribute({ entityId: 'order', name, expression });
  const model = aModel(
    anEntity({ name: 'order' }),
    computed('net', 'gross - tax'),
    computed('tax', 'net * 0.2'),
    computed('n', 'n + 1'),
  );
  expect(derivationsEnd(model, surroundings).map((issue) => issue.code === 'derivation-cycle' && issue.around)).toEqual(
    [['order.net', 'order.tax'], ['order.n']],
  );
});
