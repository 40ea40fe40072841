import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '@/tests/database';
import { migrate, readMigrations } from './migrate.mjs';

const FIRST = aMigration('1_notes', 'CREATE TABLE note (id int); INSERT INTO note VALUES (1)');
const SECOND = aMigration('2_more', 'ALTER TABLE note ADD COLUMN text text');
let store: TestDatabase;

beforeEach(async () => {
  store = await testDatabase({ isEmpty: true });
});
afterEach(() => store.drop());

function aMigration(name: string, sql: string) {
  return { name, sql, checksum: sql.slice(0, 64) };
}

async function run(migrations: ReturnType<typeof aMigration>[]) {
  const client = new pg.Client({ connectionString: store.url });
  await client.connect();
  return migrate(client, migrations).finally(() => client.end());
}

async function rowsOf(sql: string) {
  return (await store.pool.query(sql)).rows;
}

test('the product’s own migrations apply to an empty database, once', async () => {
  const all = readMigrations('prisma/migrations');
  expect(await run(all)).toEqual(all.map((migration) => migration.name));
  expect(await run(all)).toEqual([]);
});

test('of several processes starting at once one applies each migration, the others wait and find it done', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => run([FIRST, SECOND])));
  expect(answers.flat().sort()).toEqual(['1_notes', '2_more']);
  expect(await rowsOf('SELECT id FROM note')).toEqual([{ id: 1 }]);
});

test('a migration edited after it was applied is refused, and nothing after it is applied', async () => {
  await run([FIRST]);
  const edited = aMigration('1_notes', 'CREATE TABLE note (id bigint)');
  await expect(run([edited, SECOND])).rejects.toThrow('1_notes was edited');
  expect(await rowsOf('SELECT * FROM note')).toEqual([{ id: 1 }]);
});

test('a database used by a newer version is refused', async () => {
  await run([FIRST, SECOND]);
  await expect(run([FIRST])).rejects.toThrow('newer version: it has 2_more');
});

test('a failing migration leaves nothing behind, and applies once mended', async () => {
  const broken = aMigration('2_more', 'CREATE TABLE half (id int); SELECT 1/0');
  await expect(run([FIRST, broken])).rejects.toThrow('2_more failed: division by zero');
  expect(await rowsOf(`SELECT to_regclass('half') AS half`)).toEqual([{ half: null }]);
  expect(await rowsOf('SELECT migration_name FROM _prisma_migrations')).toEqual([{ migration_name: '1_notes' }]);
  expect(await run([FIRST, SECOND])).toEqual(['2_more']);
});

test('a migration outside a transaction that fails is remembered as unfinished', async () => {
  const alone = '-- migrate: no-transaction\nCREATE INDEX CONCURRENTLY note_id ON nowhere (id)';
  await expect(run([FIRST, aMigration('2_index', alone)])).rejects.toThrow('2_index failed: relation');
  await expect(run([FIRST])).rejects.toThrow('2_index started but never finished');
});
