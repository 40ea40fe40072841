import { expect, test } from 'vitest';
import { aModel, anEntity } from '../factories';
import { aliasesAreUnique } from './aliases-are-unique';

const joined = (as: string) =>
  aModel(
    anEntity({
      name: 'order',
      derivation: {
        from: { entity: 'src.order', as: 'o' },
        joins: [{ table: 'shop.customers', as, type: 'left', on: 'true' }],
        where: null,
        groupBy: [],
      },
    }),
  );

test('two inputs under one alias are told at their entity, once', () => {
  expect(aliasesAreUnique(joined('o'))).toEqual([
    { code: 'alias-collision', severity: 'error', at: 'order', alias: 'o' },
  ]);
  expect(aliasesAreUnique(joined('c'))).toEqual([]);
});
