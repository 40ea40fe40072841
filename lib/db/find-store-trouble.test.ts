import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '@/tests/database';
import { openDatabase, type Transaction } from './db';
import { findStoreTrouble } from './find-store-trouble';

let store: TestDatabase;
beforeAll(async () => {
  store = await testDatabase();
});
afterAll(() => store.drop());

const problemOf = (work: Promise<unknown>) => work.then(() => null).catch((problem: unknown) => problem);

test('whoever waited in line for nothing is told that the store is busy, and nobody else is', async () => {
  const pool = new pg.Pool({ connectionString: store.url, max: 1, connectionTimeoutMillis: 20_000 });
  const db = openDatabase(pool);
  const holder = await pool.connect();
  pool.options.connectionTimeoutMillis = 50;
  const waited = await problemOf(db.workspace.count());
  const tried = await problemOf(db.$transaction((tx) => tx.workspace.count(), { maxWait: 100 }));
  holder.release();
  const wrong = await problemOf(db.$queryRaw`SELECT nothing`);
  await db.$disconnect();
  if (!pool.ended) await pool.end();
  expect([waited, tried, wrong].map(findStoreTrouble)).toEqual(['busy', 'busy', null]);
});

test('a store that is stopped under a piece of work, is not there or has no room left is told apart from a mistake', async () => {
  const pool = new pg.Pool({ connectionString: store.url, max: 2 });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = openDatabase(pool);
  const stop = (tx: Transaction) => tx.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())::text`;
  const stopped = [await problemOf(stop(db)), await problemOf(db.$transaction(stop))];
  const full = await problemOf(db.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'disk_full'; END $$`));
  const mistake = await problemOf(db.workspace.findUniqueOrThrow({ where: { id: 'nobody' } }));
  await db.$disconnect();
  if (!pool.ended) await pool.end();
  expect([...stopped, full, mistake].map(findStoreTrouble)).toEqual(['away', 'away', 'full', null]);

  for (const url of [
    'postgresql://postgres@localhost/postgres?host=%2Fnowhere',
    'postgresql://postgres@127.0.0.1:1/none',
  ]) {
    const nowhere = new pg.Pool({ connectionString: url });
    const none = openDatabase(nowhere);
    const problems = [
      await problemOf(none.workspace.count()),
      await problemOf(none.$transaction((tx) => tx.workspace.count())),
    ];
    expect(problems.map(findStoreTrouble)).toEqual(['away', 'away']);
    await none.$disconnect();
    if (!nowhere.ended) await nowhere.end();
  }
});
