// @ts-check
/**
 * The embedded store: a real PostgreSQL from npm on a folder of ours, reached over a socket only we can open. Several
 * processes may start it at once or attach to it; each holds one connection for as long as it uses the store, and the
 * last to leave stops it. A crash of anything at any point leaves a folder the next start can open.
 */
import { createHash } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { findBinaries, MAJOR } from './binaries.mjs';
import { prepareHome } from './data-folder.mjs';
import { serverIdentity } from './identity.mjs';
import { pidFileHolder, readPid } from './pid-file.mjs';
import { runCommand } from './run-command.mjs';

const SOCKET_PATH_BYTES_MAX = 80; // the system's limit is 107, and the server adds its own file name
const EMPTY_PID_FILE_MS = 10_000;
const SWEPT_SOCKET_MS = 5_000;
const SETTINGS = {
  listen_addresses: '',
  timezone: 'UTC',
  max_connections: '60',
  shared_buffers: '64MB',
  jit: 'off',
};

/** @typedef {{ dir: string, socket: string, pgCtl: string, identity: import('./identity.mjs').Identity }} Place */

/**
 * Starts the server, or attaches to the one that runs.
 * @param {{ home: string, settings?: Record<string, string>, waitMs?: number }} options
 */
export async function startEmbedded({ home: folder, settings = {}, waitMs = 60_000 }) {
  const identity = serverIdentity();
  const home = await prepareHome(folder, identity);
  const dir = path.join(home, 'pg');
  const { initdb, pgCtl } = await findBinaries(identity, home);
  if (!existsSync(path.join(dir, 'PG_VERSION'))) await createData(initdb, dir, identity);
  refuseOtherMajor(dir);

  const place = { dir, socket: socketFolder(dir, identity), pgCtl, identity };
  const { lease, attached } = await bringUp(place, settings, waitMs);
  return {
    attached,
    place,
    /** @param {string} database */
    url: (database) => databaseUrl(place.socket, database),
    /** Calls back when the server goes away under us. @param {() => void} callback */
    onLost: (callback) => lease.once('end', callback),
    stop: () => leave(place, lease),
    /** Stops it whoever else uses it: for stores that live as long as a test. */
    stopForAll: async () => {
      lease.removeAllListeners('end');
      await lease.end().catch(() => {});
      await stopServer(place, 'immediate');
    },
  };
}

/** A new data folder, made aside and renamed: an interrupted or raced initdb leaves nothing half made. */
async function createData(
  /** @type {string} */ initdb,
  /** @type {string} */ dir,
  /** @type {import('./identity.mjs').Identity} */ identity,
) {
  const scratch = mkdtempSync(`${dir}.new-`);
  if (identity) chownSync(scratch, identity.uid, identity.gid);
  const args = ['-D', scratch, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--data-checksums'];
  const { status, said } = await runCommand(
    initdb,
    [...args, '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    identity,
  );
  if (status !== 0) {
    rmSync(scratch, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not make its data folder ${dir}: ${lastLines(said)}`);
  }
  try {
    renameSync(scratch, dir);
  } catch (problem) {
    rmSync(scratch, { recursive: true, force: true });
    const { code } = /** @type {NodeJS.ErrnoException} */ (problem);
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw problem;
  }
}

function refuseOtherMajor(/** @type {string} */ dir) {
  const made = readFileSync(path.join(dir, 'PG_VERSION'), 'utf8').trim();
  if (made === MAJOR) return;
  throw new Error(
    `${dir} was made by PostgreSQL ${made}, this version brings PostgreSQL ${MAJOR}. It was left untouched; set HEADWATER_DATA to another folder, or DATABASE_URL to a server.`,
  );
}

function socketFolder(/** @type {string} */ dir, /** @type {import('./identity.mjs').Identity} */ identity) {
  const beside = `${dir}-socket`;
  const name = createHash('sha256').update(dir).digest('hex').slice(0, 16);
  const folder = Buffer.byteLength(beside) > SOCKET_PATH_BYTES_MAX ? path.join(tmpdir(), `headwater-${name}`) : beside;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (identity) chownSync(folder, identity.uid, identity.gid);
  return folder;
}

function databaseUrl(/** @type {string} */ socket, /** @type {string} */ database) {
  return `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(socket)}`;
}

/** Tries to start and to attach until one of them holds. */
async function bringUp(
  /** @type {Place} */ place,
  /** @type {Record<string, string>} */ settings,
  /** @type {number} */ waitMs,
) {
  const began = Date.now();
  for (let problem = ''; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const holder = pidFileHolder(place.dir);
    removeStalePidFile(place.dir, holder);
    problem = await startUnlessHeld(place, settings, holder);
    if (problem === '') {
      const answer = await connect(place);
      if (answer.lease) return { lease: answer.lease, attached: holder === 'server' };
      problem = answer.problem;
      // A sweeper of old files took its socket: only a restart brings it back.
      if (answer.code === 'ENOENT' && Date.now() - began > SWEPT_SOCKET_MS) await stopServer(place, 'fast');
    }
    if (Date.now() - began > waitMs) {
      throw new Error(`The embedded PostgreSQL did not come up in ${place.dir}: ${problem}`);
    }
  }
}

/** @returns {Promise<string>} what stands in the way, or nothing */
async function startUnlessHeld(
  /** @type {Place} */ place,
  /** @type {Record<string, string>} */ settings,
  /** @type {ReturnType<typeof pidFileHolder>} */ holder,
) {
  if (holder === 'server') return '';
  return holder === 'empty' ? 'its pid file is empty' : startServer(place, settings);
}

function removeStalePidFile(/** @type {string} */ dir, /** @type {ReturnType<typeof pidFileHolder>} */ holder) {
  const file = path.join(dir, 'postmaster.pid');
  const isStale =
    holder === 'stranger' ||
    holder === 'zombie' ||
    (holder === 'empty' && Date.now() - statSync(file).mtimeMs > EMPTY_PID_FILE_MS);
  if (isStale) rmSync(file, { force: true });
}

/** @returns {Promise<string>} what went wrong, or nothing */
async function startServer(/** @type {Place} */ place, /** @type {Record<string, string>} */ settings) {
  const flags = Object.entries({ ...SETTINGS, unix_socket_directories: place.socket, ...settings })
    .map(([name, value]) => `-c ${name}='${value}'`)
    .join(' ');
  const log = path.join(place.dir, 'server.log');
  const args = ['-D', place.dir, '-w', '-t', '60', '-s', '-l', log, '-o', flags, 'start'];
  const { status, said } = await runCommand(place.pgCtl, args, place.identity);
  if (status === 0 || pidFileHolder(place.dir) === 'server') return '';
  return [said, existsSync(log) ? lastLines(readFileSync(log, 'utf8')) : ''].filter(Boolean).join('\n');
}

/** Connects, and makes sure that it is our data that answers. The connection is the lease: see the top. */
async function connect(/** @type {Place} */ place) {
  const lease = new pg.Client({
    connectionString: databaseUrl(place.socket, 'postgres'),
    connectionTimeoutMillis: 3_000,
    application_name: 'headwater supervisor',
  });
  lease.on('error', () => {});
  try {
    await lease.connect();
    const { rows } = await lease.query('SHOW data_directory');
    const served = realpathSync(rows[0].data_directory);
    if (served !== place.dir) throw new Error(`another server answers there, for ${served}`);
    return { lease };
  } catch (problem) {
    await lease.end().catch(() => {});
    const { message, code } = /** @type {NodeJS.ErrnoException} */ (problem);
    return { problem: message, code };
  }
}

/** Stops the server unless somebody else still uses it. Connections of a process that just died may take a moment. */
async function leave(/** @type {Place} */ place, /** @type {pg.Client} */ lease) {
  lease.removeAllListeners('end');
  try {
    for (let attempt = 0; await isInUse(lease); attempt++) {
      if (attempt === 10) return /** @type {const} */ ('in use');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } catch {
    return /** @type {const} */ ('gone');
  } finally {
    await lease.end().catch(() => {});
  }
  return stopServer(place, 'fast');
}

async function isInUse(/** @type {pg.Client} */ lease) {
  const { rows } = await lease.query(
    `SELECT count(*)::int AS others FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  );
  return rows[0].others > 0;
}

/** @returns {Promise<'stopped' | 'failed'>} */
async function stopServer(/** @type {Place} */ place, /** @type {'fast' | 'immediate'} */ mode) {
  const { status } = await runCommand(place.pgCtl, ['-D', place.dir, '-m', mode, '-w', 'stop'], place.identity);
  return status === 0 ? 'stopped' : 'failed';
}

/** For a process that outlives the one that started the server: stops it if nobody uses it. @param {Place} place */
export async function stopIfIdle(place) {
  if (pidFileHolder(place.dir) !== 'server' || readPid(place.dir) === null) return;
  const { lease } = await connect(place);
  if (lease) await leave(place, lease);
}

function lastLines(/** @type {string} */ text) {
  return text.trim().split('\n').slice(-5).join('\n');
}
