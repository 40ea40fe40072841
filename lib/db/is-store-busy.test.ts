import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '@/tests/database';
import { openDatabase } from './db';
import { isStoreBusy } from './is-store-busy';

let store: TestDatabase;
beforeAll(async () => {
  store = await testDatabase();
});
afterAll(() => store.drop());

test('whoever waited in line for nothing is told that the store is busy, and nobody else is', async () => {
  const pool = new pg.Pool({ connectionString: store.url, max: 1, connectionTimeoutMillis: 20_000 });
  const db = openDatabase(pool);
  const holder = await pool.connect();
  pool.options.connectionTimeoutMillis = 50;
  const waited = await db.workspace.count().catch((problem: unknown) => problem);
  const tried = await db
    .$transaction((tx) => tx.workspace.count(), { maxWait: 100 })
    .catch((problem: unknown) => problem);
  holder.release();
  const wrong = await db.$queryRaw`SELECT nothing`.catch((problem: unknown) => problem);
  await db.$disconnect();
  if (!pool.ended) await pool.end();
  expect([waited, tried, wrong].map(isStoreBusy)).toEqual([true, true, false]);
});
