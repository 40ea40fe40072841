import { expect, test } from 'vitest';
import { anAttribute } from '@/lib/model/factories';
import { findColumnCandidates } from './column-candidates';
import { suggestJoin } from './suggest-join';

const own = [
  anAttribute({ entityId: 'order', name: 'order_id', role: 'identifier', expression: 'e.order_id' }),
  anAttribute({ entityId: 'order', name: 'status', expression: 'e.status' }),
  anAttribute({ entityId: 'order', name: 'sequence', role: 'identifier' }),
];
const key = (name: string, type: 'string' | 'integer' = 'string') =>
  anAttribute({ entityId: 'payment', name, type, role: 'identifier' });

test('what both call the same and the other side takes for a key is suggested', () => {
  const other = { grain: ['order_id'], attributes: [key('order_id'), anAttribute({ entityId: 'p', name: 'status' })] };
  expect(suggestJoin(own, other)).toEqual([{ own: 'order_id', other: 'order_id' }]);
});

test('a key of another type is not, and neither is a wish that holds nothing yet', () => {
  const other = { grain: ['order_id'], attributes: [key('order_id', 'integer'), key('sequence')] };
  expect(suggestJoin(own, other)).toEqual([]);
});

test('a label in common will do where no name is', () => {
  const buyer = anAttribute({ entityId: 'o', name: 'buyer', label: 'Customer', role: 'identifier', expression: 'e.b' });
  const customer = anAttribute({ entityId: 'c', name: 'customer', role: 'identifier' });
  expect(suggestJoin([buyer], { grain: ['customer'], attributes: [customer] })).toEqual([
    { own: 'buyer', other: 'customer' },
  ]);
});

test('columns are ranked by name, and those of a table that is read already come first', () => {
  const column = (name: string, type: 'string' | 'integer') => ({
    name,
    type,
    bytes: null,
    nulls: 0,
    distinct: null,
    classification: null,
  });
  const table = (name: string) => ({
    name,
    rows: 1,
    bytes: 1,
    key: [],
    history: 'appends' as const,
    columns: [column('instalments', 'integer'), column('colour', 'string')],
  });
  const sources = [{ key: 'pay', name: null, kind: null, tables: [table('old'), table('payments')] }];
  const wish = { name: 'instalments', label: null, synonyms: [], type: 'integer' as const };
  const found = findColumnCandidates(sources, wish, new Set(['pay.payments']));
  expect(found.map(({ table: ref, column: name }) => `${ref}.${name}`)).toEqual([
    'pay.payments.instalments',
    'pay.old.instalments',
  ]);
});
