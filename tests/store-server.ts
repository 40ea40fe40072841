import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { ensureClient } from '../scripts/generate.mjs';
import { startEmbedded } from '../scripts/store/embedded.mjs';
import { migrate, readMigrations } from '../scripts/store/migrate.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    storeUrl: string;
  }
}

/** One server for the whole run, which forgets on a power cut, and a migrated database that each test file copies. */
export default async function setup(project: TestProject) {
  ensureClient();
  const home = mkdtempSync(path.join(tmpdir(), 'headwater-tests-'));
  const server = await startEmbedded({
    home,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  await admin.connect();
  await admin.query('CREATE DATABASE template_headwater');
  await admin.end();

  const client = new pg.Client({ connectionString: server.url('template_headwater') });
  await client.connect();
  await migrate(client, readMigrations('prisma/migrations'));
  await client.end();

  project.provide('storeUrl', server.url('postgres'));
  return async () => {
    await server.stopForAll();
    rmSync(home, { recursive: true, force: true });
  };
}
