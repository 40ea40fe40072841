// @ts-check
import path from 'node:path';
import pg from 'pg';
import { defaultHome } from './data-folder.mjs';
import { startEmbedded } from './embedded.mjs';
import { migrate, readMigrations } from './migrate.mjs';

const SERVER_WAIT_MS = 60_000;
const migrationsFolder = path.join(import.meta.dirname, '../../prisma/migrations');

/**
 * The store the environment asks for, brought to this version: the server of DATABASE_URL, which may still be starting,
 * or else the embedded one.
 * @param {(line: string) => void} log
 */
export async function openStore(log) {
  const named = process.env.DATABASE_URL;
  const embedded = named ? null : await openEmbedded(log);
  const url = named ?? embedded?.url('postgres') ?? '';
  try {
    const client = named ? await connectPatiently(url, log) : await connect(url);
    try {
      const applied = await migrate(client, readMigrations(migrationsFolder), { log });
      if (applied.length > 0) log(`${applied.length === 1 ? 'one migration' : `${applied.length} migrations`} applied`);
    } finally {
      await client.end();
    }
  } catch (problem) {
    await embedded?.stop();
    throw problem;
  }
  return { url, embedded };
}

async function openEmbedded(/** @type {(line: string) => void} */ log) {
  const home = defaultHome();
  log(`preparing the store: embedded PostgreSQL in ${home}`);
  const server = await startEmbedded({ home });
  if (server.attached) log('the store was already running, attached to it');
  return server;
}

async function connect(/** @type {string} */ url) {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    options: '-c TimeZone=UTC',
    application_name: 'headwater migrations',
  });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** A database server often starts beside the app: waits longer each time, but not for ever. */
async function connectPatiently(/** @type {string} */ url, /** @type {(line: string) => void} */ log) {
  const until = Date.now() + SERVER_WAIT_MS;
  for (let waitMs = 250; ; waitMs = Math.min(waitMs * 2, 5_000)) {
    try {
      return await connect(url);
    } catch (problem) {
      const { message, code } = /** @type {NodeJS.ErrnoException} */ (problem);
      const words = message || code || 'no answer';
      if (!isWorthWaiting(code) || Date.now() + waitMs > until) {
        throw new Error(`The database of DATABASE_URL cannot be used: ${words}`);
      }
      log(`waiting for the database: ${words}`);
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}

/** A wrong password or a missing database does not mend itself; a server that is not up yet does. */
function isWorthWaiting(/** @type {string | undefined} */ code) {
  return code === undefined || code === '57P03' || /^E[A-Z_]+$/.test(code);
}
