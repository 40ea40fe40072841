import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looksLikeDbml, readDbml } from './read-dbml';

const SHOP = `
// from dbdiagram
Project shop { database_type: 'PostgreSQL' }
Enum core.order_status {
  open [note: 'just made']
  "on hold"
  done
}
TablePartial dated {
  created_at timestamp [default: \`now()\`]
}
Table core.users as U [headercolor: #3498DB, note: 'Who buys'] {
  id int [pk, increment]
  email varchar(255) [not null, unique, note: '''
    Never shown
  ''']
  tags text[]
  ~dated
}
Table orders {
  id int
  country char(2)
  user_id int [ref: > U.id]
  status core.order_status [not null]
  total decimal(10,2) [default: 0]
  Note: 'One purchase'
  indexes {
    (id, country) [pk]
    created [name: 'when']
  }
}
Table order_lines {
  order_id int [pk]
  country char(2) [pk]
  line int [primary key]
  "unit price" numeric
}
Ref lines: order_lines.(order_id, country) > orders.(id, country) [delete: cascade]
Ref {
  users_more.id - U.id
}
`;

test('tables of a DBML text with keys, notes, enums and references, inline or alone, over several columns', () => {
  const { tables, problems } = readDbml(SHOP);
  expect(tables.map(({ name, key, note }) => [name, key, note])).toEqual([
    ['users', ['id'], 'Who buys'],
    ['orders', ['id', 'country'], 'One purchase'],
    ['order_lines', ['order_id', 'country', 'line'], undefined],
  ]);
  expect(tables[0]?.columns).toEqual([
    { name: 'id', type: 'integer', nullable: false },
    { name: 'email', type: 'string', nullable: false, note: 'Never shown' },
    { name: 'tags', type: 'json', nullable: true },
    { name: 'created_at', type: 'timestamp', nullable: true },
  ]);
  expect(tables[1]?.columns.find(({ name }) => name === 'status')).toEqual({
    name: 'status',
    type: 'string',
    nullable: false,
    values: ['open', 'on hold', 'done'],
  });
  expect(tables[1]?.references).toEqual([{ columns: ['user_id'], table: 'users', toColumns: ['id'], oneAt: 'to' }]);
  expect(tables[2]?.references).toEqual([
    { columns: ['order_id', 'country'], table: 'orders', toColumns: ['id', 'country'], oneAt: 'to' },
  ]);
  expect(problems).toEqual([
    { line: 3, words: 'A model has no place for 1 project, 2 defaults and 1 index, left out from here on.' },
    { line: 40, words: 'There is no table users_more for this reference.' },
  ]);
  expect(tables[0]?.unique).toEqual([['email']]);
});

test('what is unique over several columns is read; without a key it is taken for one', () => {
  const { tables, problems } = readDbml(
    'Table a {\n id int [pk]\n x int\n y int\n indexes {\n  (x, y) [unique, name: "xy"]\n  `lower(x)` [unique]\n  x\n }\n}\n' +
      'Table b {\n day date\n shop int\n indexes {\n  (day, shop) [unique]\n }\n}',
  );
  expect(tables.map(({ key, unique }) => [key, unique])).toEqual([
    [['id'], [['x', 'y']]],
    [['day', 'shop'], [['day', 'shop']]],
  ]);
  expect(problems).toEqual([
    { line: 7, words: 'A model has no place for 2 indexes, left out from here on.' },
    { line: 11, words: 'b states no key; day and shop, unique, are taken for it.' },
  ]);
});

test.each([
  ['a.x > b.y', ['a', 'b'], 'to', undefined],
  ['a.x < b.y', ['b', 'a'], 'to', undefined],
  ['a.x - b.y', ['a', 'b'], 'both', undefined],
  ['a.x ?>? b.y', ['a', 'b'], 'to', true],
  ['a.x ?> b.y', ['a', 'b'], 'to', undefined],
  ['a.x ?< b.y', ['b', 'a'], 'to', true],
])('%s leads from the many to the one', (written, [from, to], oneAt, isOptional) => {
  const { tables, problems } = readDbml(`Table a {\n x int\n}\nTable b {\n y int\n}\nRef: ${written}\n`);
  expect(problems).toEqual([]);
  const found = tables.flatMap(({ name, references }) => references.map((one) => ({ from: name, ...one })));
  expect(found).toMatchObject([{ from, table: to, oneAt, ...(isOptional ? { isOptional } : {}) }]);
  expect(found[0]?.isOptional).toBe(isOptional);
});

const AB = 'Table a {\n id int [pk]\n}\nTable b {\n id int [pk]\n}\n';
test.each([
  [`${AB}Ref: a.id <> b.id`, 7, 'Many a and b go together: draw the entity that stands between them.'],
  [`${AB}Ref: a.nope > b.id`, 7, 'There is no column nope for this reference.'],
  [`${AB}Ref: a.(id) > b.(id, x)`, 7, 'There is no column x for this reference.'],
  [`${AB}Ref: a.id b.id`, 7, 'This reference does not say from where to where it leads.'],
  [`${AB}Ref: > b.id`, 7, 'This reference does not begin with a table and its columns.'],
  [`${AB}Table a {\n id int\n}`, 7, 'a is there twice.'],
  [`${AB}Hello there`, 7, 'A line that begins no table, enum or reference.'],
  [`${AB}Table c {\n ~dated\n id int\n}`, 8, 'There is no TablePartial dated.'],
  [`${AB}Table c {\n id int\n id int\n}`, 9, 'c has two columns called id.'],
  [`${AB}Table c {\n id\n}`, 8, 'c.id has no type, and is taken as text.'],
  [`${AB}Table c {\n}`, 7, 'c has no columns.'],
  [`${AB}Table c {\n id int [ref: > d.id]\n}`, 8, 'There is no table d for this reference.'],
  [`Table c {\n id int\n\n${AB}`, 1, 'What begins here is never closed with “}”.'],
])('what cannot be read is told at its line, and the rest is read: %j', (text, line, words) => {
  const { tables, problems } = readDbml(text);
  expect(problems).toEqual([{ line, words }]);
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['a', 'b']));
});

test('DBML is told from prose, from SQL and from a list', () => {
  expect(looksLikeDbml(SHOP)).toBe(true);
  expect(looksLikeDbml('Ref: a.x > b.y')).toBe(true);
  expect(looksLikeDbml('Table of contents\n1. Hello')).toBe(false);
  expect(looksLikeDbml('table,column\na,b')).toBe(false);
  expect(looksLikeDbml('CREATE TABLE a (x int)')).toBe(false);
  expect(looksLikeDbml('Project plan: two weeks')).toBe(false);
});

const word = fc.stringMatching(/^[a-z][a-z_]{0,7}$/);
test('whatever tables are written, they are read as they were written', () => {
  const column = fc.record({
    name: word,
    type: fc.constantFrom('int', 'varchar(20)', 'decimal(9,2)', 'date'),
    pk: fc.boolean(),
  });
  const table = fc.record({
    name: word,
    columns: fc.uniqueArray(column, { minLength: 1, maxLength: 5, selector: ({ name }) => name }),
  });
  const tables = fc.uniqueArray(table, { minLength: 1, maxLength: 5, selector: ({ name }) => name });
  fc.assert(
    fc.property(tables, fc.constantFrom('\n', '\r\n'), (wanted, end) => {
      const written = wanted.map(({ name, columns }) =>
        [
          `Table "${name}" {`,
          ...columns.map((one) => `  ${one.name} ${one.type}${one.pk ? ' [pk]' : ''} // x`),
          '}',
        ].join(end),
      );
      const { tables: found, problems } = readDbml(written.join(end));
      expect(problems).toEqual([]);
      expect(found.map(({ name, columns, key }) => [name, columns.map((one) => one.name), key])).toEqual(
        wanted.map(({ name, columns }) => [
          name,
          columns.map((one) => one.name),
          columns.flatMap((one) => (one.pk ? one.name : [])),
        ]),
      );
    }),
  );
});

test('no text makes it fail, and what it tells stands on a line of the text', () => {
  const piece = fc.constantFrom(
    'Table ',
    'a',
    ' {',
    '}',
    '\n',
    'id int',
    ' [pk',
    ']',
    'Ref: ',
    'a.id',
    ' > ',
    '(',
    "'",
    "'''",
    '"',
    '~',
    ':',
    'Enum e',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const { problems } = readDbml(text);
      const says = text.split('\n').length;
      expect(problems.every(({ line, words }) => line >= 1 && line <= says && words !== '')).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test.each(['[', '([{', 'Table a {\n', 'Ref: a.(', '}', "'"])(
  'a text of nothing but %j is read in one go',
  (hostile) => {
    expect(readDbml(hostile.repeat(5_000)).tables).toEqual([]);
  },
);
