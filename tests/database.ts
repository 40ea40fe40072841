import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '@/lib/db/db';
import { openPool } from '@/lib/db/pool';

export type TestDatabase = { url: string; pool: pg.Pool; db: Database; drop(): Promise<void> };

/**
 * A database of its own for a test file, with every migration applied or, on request, empty. For the store project of
 * vitest only: files under lib/db, and files named `*.store.test.ts`.
 */
export async function testDatabase({ isEmpty = false } = {}): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const from = isEmpty ? 'template0' : 'template_headwater';
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${from} STRATEGY file_copy`);
  const url = inject('storeUrl').replace('/postgres?', `/${name}?`);
  const pool = openPool(url, 4);
  const db = openDatabase(pool);
  return {
    url,
    pool,
    db,
    async drop() {
      await db.$disconnect();
      if (!pool.ended) await pool.end();
      await asAdmin(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function asAdmin(sql: string) {
  const admin = new pg.Client({ connectionString: inject('storeUrl') });
  await admin.connect();
  await admin.query(sql).finally(() => admin.end());
}
