// @ts-check
/**
 * Applies the migrations in Prisma's own format and table, so that Prisma's tool could take over where its binary is to
 * be had. Unlike that tool it needs no binary, runs each file in one transaction together with its row, and so never
 * leaves one half applied. One process at a time does it, under the lock Prisma itself takes.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const PRISMA_LOCK = 72707369;
const NO_TRANSACTION = /^\s*--\s*migrate:\s*no-transaction\b/m; // for CREATE INDEX CONCURRENTLY
const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

/** @typedef {{ name: string, sql: string, checksum: string }} Migration */

/** The migrations of this version, in the order they apply. @param {string} folder @returns {Migration[]} */
export function readMigrations(folder) {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return names.map((name) => {
    const file = path.join(folder, name, 'migration.sql');
    if (!existsSync(file)) throw new Error(`Migration ${name} has no migration.sql.`);
    const sql = readFileSync(file, 'utf8');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

/**
 * Brings the database to this version and says what was applied. Refuses, before touching anything, a database that is
 * ahead of this version, one whose applied migrations were edited since, and one where a migration never finished.
 * @param {import('pg').ClientBase} client one session, it holds the lock
 * @param {Migration[]} migrations
 * @param {{ lockTimeoutMs?: number, log?: (line: string) => void }} [options]
 * @returns {Promise<string[]>}
 */
export async function migrate(client, migrations, { lockTimeoutMs = 60_000, log = () => {} } = {}) {
  await takeLock(client, lockTimeoutMs);
  try {
    await client.query(TABLE);
    const pending = await findPending(client, migrations);
    for (const migration of pending) {
      log(`applying ${migration.name}`);
      await apply(client, migration);
    }
    return pending.map((migration) => migration.name);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [PRISMA_LOCK]).catch(() => {});
  }
}

async function takeLock(/** @type {import('pg').ClientBase} */ client, /** @type {number} */ timeoutMs) {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS taken', [PRISMA_LOCK]);
    if (rows[0].taken) return;
    if (Date.now() > until) throw new Error('Another process has held the migration lock for too long.');
    await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 150));
  }
}

async function findPending(/** @type {import('pg').ClientBase} */ client, /** @type {Migration[]} */ migrations) {
  const { rows } = await client.query(
    'SELECT migration_name AS name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at',
  );
  const unfinished = rows.find((row) => row.finished_at === null);
  if (unfinished) throw new Error(`Migration ${unfinished.name} started but never finished. Mend it before starting.`);

  const known = new Set(migrations.map((migration) => migration.name));
  const ahead = rows.filter((row) => !known.has(row.name)).map((row) => row.name);
  if (ahead.length > 0) {
    throw new Error(`The store was used by a newer version: it has ${ahead.join(', ')}, which this one does not know.`);
  }

  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  const edited = migrations.find(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum);
  if (edited) throw new Error(`Migration ${edited.name} was edited after it had been applied.`);
  return migrations.filter((migration) => !applied.has(migration.name));
}

async function apply(/** @type {import('pg').ClientBase} */ client, /** @type {Migration} */ migration) {
  const id = randomUUID();
  const isTransaction = !NO_TRANSACTION.test(migration.sql);
  if (isTransaction) await client.query('BEGIN');
  try {
    await client.query('INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ($1, $2, $3)', [
      id,
      migration.checksum,
      migration.name,
    ]);
    await client.query(migration.sql);
    await client.query(
      'UPDATE "_prisma_migrations" SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1',
      [id],
    );
    if (isTransaction) await client.query('COMMIT');
  } catch (problem) {
    if (isTransaction) await client.query('ROLLBACK').catch(() => {});
    else
      await client
        .query('UPDATE "_prisma_migrations" SET logs = $2 WHERE id = $1', [id, String(problem)])
        .catch(() => {});
    throw new Error(`Migration ${migration.name} failed: ${problem instanceof Error ? problem.message : problem}`, {
      cause: problem,
    });
  }
}
