import { expect, test } from 'vitest';
import { aModel, anAttribute, anEntity } from '../factories';
import { groupsAggregate } from './groups-aggregate';

const grouped = (expressions: Record<string, string | null>, groupBy: string[]) =>
  groupsAggregate(
    aModel(
      anEntity({
        name: 'customer',
        derivation: {
          from: { entity: 'src.order', as: 'o' },
          joins: [],
          where: null,
          groupBy: groupBy.map((name) => `customer.${name}`),
        },
      }),
      Object.entries(expressions).map(([name, expression]) => anAttribute({ entityId: 'customer', name, expression })),
    ),
  );

test('keys are read from a row and everything else is aggregated', () => {
  expect(
    grouped({ id: 'o.customer_id', total: 'sum(o.amount)', mean: 'sum(o.amount) / count(*)', wish: null }, ['id']),
  ).toEqual([]);
});

test('an attribute that is neither aggregated nor grouped by is an error, with the column that is loose', () => {
  expect(grouped({ id: 'o.customer_id', state: 'o.state', share: 'sum(o.amount) / o.rate' }, ['id'])).toEqual([
    {
      code: 'aggregate-missing',
      severity: 'error',
      at: 'customer.state',
      place: { in: 'expression' },
      column: 'o.state',
    },
    {
      code: 'aggregate-missing',
      severity: 'error',
      at: 'customer.share',
      place: { in: 'expression' },
      column: 'o.rate',
    },
  ]);
});

test('what is computed from the keys alone needs no aggregate', () => {
  expect(grouped({ id: 'o.customer_id', shown: 'upper(o.customer_id)', one: '1' }, ['id'])).toEqual([]);
  expect(grouped({ day: 'cast(o.at as date)', again: 'cast(o.at as date)' }, ['day'])).toEqual([]);
  expect(grouped({ day: 'cast(o.at as date)', at: 'o.at' }, ['day'])).toMatchObject([{ at: 'customer.at' }]);
});

test('a key that aggregates is an error', () => {
  expect(grouped({ id: 'max(o.customer_id)' }, ['id'])).toEqual([
    { code: 'aggregate-in-group-key', severity: 'error', at: 'customer.id', entityId: 'customer', aggregate: 'max' },
  ]);
});

test('attributes computed from other attributes of the group are fine', () => {
  expect(grouped({ id: 'o.customer_id', total: 'sum(o.amount)', double: 'total * 2' }, ['id'])).toEqual([]);
});

test('rows that are not grouped are none of its business', () => {
  expect(grouped({ id: 'o.customer_id', total: 'sum(o.amount)' }, [])).toEqual([]);
});
