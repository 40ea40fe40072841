import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDdl } from './read-ddl';

const column = (name: string, type: string, nullable = true) => ({ name, type, nullable });

test.each([
  [
    'PostgreSQL',
    `CREATE TABLE IF NOT EXISTS shop."Orders" (
       order_id bigserial PRIMARY KEY, -- the key
       customer_id uuid NOT NULL REFERENCES shop.customers (id) ON DELETE CASCADE,
       tags text[], placed_at timestamp with time zone DEFAULT now(), total numeric(12, 2),
       CHECK (total > 0));`,
    {
      name: 'Orders',
      key: ['order_id'],
      references: [{ columns: ['customer_id'], table: 'customers', toColumns: ['id'] }],
      columns: [
        column('order_id', 'integer', false),
        column('customer_id', 'string', false),
        column('tags', 'json'),
        column('placed_at', 'timestamp'),
        column('total', 'decimal'),
      ],
    },
    [{ line: 5, words: 'A model has no place for 1 check, left out from here on.' }],
  ],
  [
    'MySQL',
    `CREATE TABLE \`order_items\` (
       \`order_id\` int(11) unsigned NOT NULL, \`line\` smallint NOT NULL COMMENT 'counts, from 1; per order',
       \`is_gift\` tinyint(1) DEFAULT '0', \`key\` varchar(10), \`shipped\` datetime,
       PRIMARY KEY (\`order_id\`, \`line\`), KEY \`idx\` (\`shipped\`),
       CONSTRAINT fk FOREIGN KEY (\`order_id\`) REFERENCES \`orders\` (\`order_id\`)
     ) ENGINE=InnoDB DEFAULT CHARSET=utf8;`,
    {
      name: 'order_items',
      key: ['order_id', 'line'],
      references: [{ columns: ['order_id'], table: 'orders', toColumns: ['order_id'] }],
      columns: [
        column('order_id', 'integer', false),
        column('line', 'integer', false),
        column('is_gift', 'boolean'),
        column('key', 'string'),
        column('shipped', 'timestamp'),
      ],
    },
    [{ line: 4, words: 'A model has no place for 1 index, left out from here on.' }],
  ],
  [
    'SQL Server',
    `CREATE TABLE [dbo].[Order Lines] (
       [Id] INT IDENTITY(1,1) NOT NULL, [Price] MONEY NULL, [Due] DATE,
       CONSTRAINT [PK] PRIMARY KEY CLUSTERED ([Id] ASC));`,
    {
      name: 'Order Lines',
      key: ['Id'],
      references: [],
      columns: [column('Id', 'integer', false), column('Price', 'decimal'), column('Due', 'date')],
    },
  ],
  [
    'BigQuery',
    'CREATE OR REPLACE TABLE `proj.data.visits` (id INT64 NOT NULL, hits ARRAY<STRUCT<page STRING, at TIMESTAMP>>, ok BOOL) PARTITION BY DATE(at);',
    {
      name: 'visits',
      key: [],
      references: [],
      columns: [column('id', 'integer', false), column('hits', 'json'), column('ok', 'boolean')],
    },
  ],
  [
    'Oracle and Snowflake',
    'create transient table SALES.T (ID NUMBER(10) primary key, AMOUNT NUMBER(10,2), RAW VARIANT, CREATED TIMESTAMP_NTZ(9))',
    {
      name: 'T',
      key: ['ID'],
      references: [],
      columns: [
        column('ID', 'integer', false),
        column('AMOUNT', 'decimal'),
        column('RAW', 'json'),
        column('CREATED', 'timestamp'),
      ],
    },
  ],
  [
    'Snowflake, clustered',
    "create or replace table DB.S.FACTS cluster by (to_date(AT)) (ID number(38,0) not null, AT timestamp_ntz(9)) comment='x'",
    {
      name: 'FACTS',
      key: [],
      references: [],
      columns: [column('ID', 'integer', false), column('AT', 'timestamp')],
    },
  ],
  [
    'SQLite',
    "CREATE TABLE 'artist' (id INTEGER PRIMARY KEY AUTOINCREMENT, 'full name' TEXT, boss INTEGER REFERENCES 'artist')",
    {
      name: 'artist',
      key: ['id'],
      references: [{ columns: ['boss'], table: 'artist', toColumns: [] }],
      columns: [column('id', 'integer', false), column('full name', 'string'), column('boss', 'integer')],
    },
  ],
  [
    'ClickHouse',
    'CREATE TABLE hits (`id` UInt64, `title` LowCardinality(Nullable(String)), INDEX i title TYPE bloom_filter GRANULARITY 1) ENGINE = MergeTree ORDER BY (id)',
    { name: 'hits', key: [], references: [], columns: [column('id', 'integer'), column('title', 'string')] },
    [{ line: 1, words: 'A model has no place for 1 index, left out from here on.' }],
  ],
])('%s is read', (_, text, table, told = []) => {
  expect(readDdl(text)).toEqual({ tables: [table], problems: told });
});

test('what is unique is read wherever it is said; without a key it is taken for one, and what is not drawn is told', () => {
  const { tables, problems } = readDdl(`
    CREATE TABLE a (id int PRIMARY KEY, email text UNIQUE, x int CHECK (x > 0), UNIQUE (x, email), UNIQUE KEY k (nope));
    CREATE TABLE b (day date, shop_id int NOT NULL, seller int NOT NULL, CONSTRAINT one UNIQUE (day, shop_id));
    CREATE UNIQUE INDEX CONCURRENTLY i ON ONLY b USING btree (shop_id, seller DESC);
    CREATE UNIQUE INDEX j ON b (day) WHERE day IS NOT NULL;
    CREATE UNIQUE INDEX k ON b (lower(day));
    ALTER TABLE a ADD CONSTRAINT u UNIQUE (id, x);
    CREATE OR REPLACE VIEW v AS SELECT 1;
    CREATE TRIGGER t AFTER INSERT ON a EXECUTE PROCEDURE p();`);
  expect(tables.map(({ key, unique }) => [key, unique])).toEqual([
    [['id'], [['email'], ['x', 'email'], ['id', 'x']]],
    [
      ['shop_id', 'seller'],
      [
        ['day', 'shop_id'],
        ['shop_id', 'seller'],
      ],
    ],
  ]);
  expect(problems).toEqual([
    {
      line: 2,
      words: 'A model has no place for 1 check, 3 indexes, 1 view and 1 trigger, left out from here on.',
    },
    { line: 3, words: 'b states no key; shop_id and seller, unique, are taken for it.' },
  ]);
});

test('keys that a dump adds afterwards count', () => {
  const { tables } = readDdl(`
    CREATE TABLE public.a (id integer, b_id integer);
    CREATE TABLE public.b (id integer);
    ALTER TABLE ONLY public.a ADD CONSTRAINT a_pkey PRIMARY KEY (id);
    ALTER TABLE ONLY public.a ADD CONSTRAINT fk FOREIGN KEY (b_id) REFERENCES public.b(id);
    ALTER TABLE public.a OWNER TO somebody;`);
  expect(tables[0]).toMatchObject({
    key: ['id'],
    references: [{ columns: ['b_id'], table: 'b', toColumns: ['id'] }],
    columns: [
      { name: 'id', nullable: false },
      { name: 'b_id', nullable: true },
    ],
  });
});

test('batches that know no semicolon are read one by one', () => {
  const { tables, problems } = readDdl(`
    SET ANSI_NULLS ON
    GO
    CREATE TABLE [dbo].[a]([id] [int] NOT NULL, [b_id] [int] NULL) ON [PRIMARY]
    GO
    ALTER TABLE [dbo].[a] WITH CHECK ADD CONSTRAINT [fk] FOREIGN KEY([b_id])
    REFERENCES [dbo].[b] ([id])
    GO
    CREATE TABLE dbo.b (id int PRIMARY KEY)`);
  expect(problems).toEqual([]);
  expect(tables).toMatchObject([
    { name: 'a', references: [{ columns: ['b_id'], table: 'b', toColumns: ['id'] }] },
    { name: 'b', key: ['id'] },
  ]);
});

test('a list that is not closed does not swallow the next table', () => {
  const { tables, problems } = readDdl('CREATE TABLE a (id int, name text\nCREATE TABLE b (id int primary key);');
  expect(tables.map(({ name }) => name)).toEqual(['b']);
  expect(problems).toEqual([{ line: 1, words: 'The list of columns of a is not closed.' }]);
});

test('what cannot be read is told with its line, and the rest is read', () => {
  const { tables, problems } = readDdl(
    'CREATE TABLE a (id int);\nCREATE TABLE b AS SELECT 1;\n\nCREATE TABLE c (id int, id text);\nCREATE TABLE d (x int',
  );
  expect(tables.map(({ name }) => name)).toEqual(['a']);
  expect(problems).toEqual([
    { line: 2, words: 'b has no list of columns that could be read.' },
    { line: 4, words: 'c has two columns called id.' },
    { line: 5, words: 'The list of columns of d is not closed.' },
  ]);
});

test('statements that make no table are passed over', () => {
  expect(
    readDdl("SET x = 1; INSERT INTO a VALUES ('CREATE TABLE x (y int);'); CREATE INDEX i ON a (id); DROP TABLE a;"),
  ).toEqual({ tables: [], problems: [] });
});

test('any text at all is read without failing, and soon', () => {
  const piece = fc.constantFrom(
    'CREATE',
    'TABLE',
    'a',
    '(',
    ')',
    ',',
    ';',
    "'",
    '"',
    '`',
    '[',
    ']',
    '$$',
    '--',
    '\n',
    'PRIMARY KEY',
    '<',
    'ARRAY',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const { tables } = readDdl(pieces.join(' '));
      for (const { columns } of tables) expect(columns.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
