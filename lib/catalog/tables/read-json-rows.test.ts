import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJsonRows } from './read-json-rows';

function tablesOf(text: string) {
  const read = readJsonRows(text, 'orders');
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.tables;
}

const ROWS = JSON.stringify(
  [
    {
      order_id: 7,
      placed: '2026-11-01',
      total: 9.5,
      zip: '01234',
      gift: true,
      customer: { id: 1, name: 'Ana' },
      lines: [{ sku: 'a' }, { sku: 'b' }],
    },
    {
      order_id: 8,
      placed: '2026-11-02',
      total: 9,
      gift: false,
      tags: ['x'],
      customer: { id: 1, name: 'Ana' },
      lines: [],
    },
  ],
  null,
  2,
);

test('rows become an entity: objects within are its fields, lists within are entities with its key', () => {
  const [orders, lines] = tablesOf(ROWS);
  expect(orders).toEqual({
    name: 'orders',
    key: ['order_id'],
    references: [],
    note: 'Estimated from 2 pasted rows: what a field holds, and what one row is.',
    columns: [
      { name: 'order_id', type: 'integer', nullable: false },
      { name: 'placed', type: 'date', nullable: false },
      { name: 'total', type: 'decimal', nullable: false },
      { name: 'zip', type: 'string', nullable: true },
      { name: 'gift', type: 'boolean', nullable: false },
      { name: 'customer_id', type: 'integer', nullable: false },
      { name: 'customer_name', type: 'string', nullable: false },
      { name: 'tags', type: 'json', nullable: true },
    ],
  });
  expect(lines).toMatchObject({
    name: 'lines',
    key: [],
    columns: [
      { name: 'order_id', type: 'integer' },
      { name: 'sku', type: 'string' },
    ],
    references: [{ columns: ['order_id'], table: 'orders', toColumns: ['order_id'] }],
  });
});

test('an object of lists names its entities, one object is a row, and an object on each line is one as well', () => {
  expect(tablesOf('{"orders":[{"id":1}],"customers":[{"id":2}]}').map(({ name }) => name)).toEqual([
    'orders',
    'customers',
  ]);
  expect(tablesOf('{"id":1,"name":"Ana"}')).toMatchObject([
    { name: 'orders', columns: [{ name: 'id' }, { name: 'name' }] },
  ]);
  expect(tablesOf('{"id":1}\n{"id":2}\n\n')).toMatchObject([{ key: ['id'] }]);
});

test.each([
  ['[{"id":1},\n{"id" 2}]', 2, 'This is no JSON from here on.'],
  ['[{"id":1}', 1, 'This is no JSON from here on.'],
  ['{"id":1}\n{"id":2}\n{"id":', 3, 'This line is no JSON object.'],
  ['[1,2]', 1, 'There are no rows in this JSON.'],
  ['[]', 1, 'There are no rows in this JSON.'],
  [
    JSON.stringify(Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`k${at}`, 1]))),
    1,
    'orders has 300 names, which are no fields of one row.',
  ],
])('what holds no rows is refused at its line: %j', (text, line, words) => {
  const read = readJsonRows(text, 'orders');
  expect(read.ok ? null : read.error).toEqual([{ line, words }]);
});

test('rows within rows that nothing identifies stand alone, and that is told', () => {
  const read = readJsonRows('[{"name":"Ana","visits":[{"page":"x"}]}]', 'people');
  expect(read.ok && read.value.problems).toEqual([
    { line: 1, words: 'visits stands alone, as nothing identifies a row of people.' },
  ]);
});

test('whatever JSON is pasted, it is read or refused, and every name of a row is a field of one entity', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.oneof(fc.integer(), fc.string(), fc.constant(null)), {
          minKeys: 1,
        }),
        { minLength: 1, maxLength: 6 },
      ),
      (rows) => {
        const names = new Set(rows.flatMap((row) => Object.keys(row)));
        expect(new Set(tablesOf(JSON.stringify(rows))[0]?.columns.map(({ name }) => name))).toEqual(names);
      },
    ),
  );
  fc.assert(
    fc.property(fc.json(), (text) => {
      const read = readJsonRows(text, 'rows');
      expect(read.ok ? read.value.tables.length : read.error.length).toBeGreaterThan(0);
    }),
  );
});
