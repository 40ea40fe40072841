// @ts-check
/**
 * The whole product from one command: the store, its migrations, a first content, a build if the sources changed, then
 * the server; and all of it down again in the right order, whichever way the end comes.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { isBuildStale } from './build.mjs';
import { ensureClient } from './generate.mjs';
import { openStore } from './store/open-store.mjs';

const root = path.join(import.meta.dirname, '..');
const APP_STOP_MS = 10_000;
const READY_MS = 120_000;
/** Plans leave much behind that is kept: with the usual 16 MB most of it is copied more than once before it is left alone. */
const YOUNG_SPACE = '--max-semi-space-size=128';
const began = performance.now();

/** @param {'start' | 'dev'} mode */
export async function supervise(mode) {
  process.chdir(root);
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  const house = new House();
  house.listenForTheEnd();
  try {
    await serve(house, mode);
  } catch (problem) {
    console.error(`\n${problem instanceof Error ? problem.message : problem}\n`);
    await house.close(1);
  }
}

async function serve(/** @type {House} */ house, /** @type {'start' | 'dev'} */ mode) {
  const isDemo = !process.env.APP_ORIGIN; // without an origin the product is a demonstration, for this machine only
  const host = isDemo ? '127.0.0.1' : (process.env.HOST ?? '0.0.0.0');
  const port = readPort();
  await refuseTakenPort(host, port);

  const { url, embedded } = await openStore(progress);
  if (embedded) house.keep(embedded);
  const env = { ...process.env, DATABASE_URL: url, HEADWATER_STORE_READY: 'yes', PORT: String(port) };
  ensureClient();
  if (isDemo && existsSync('scripts/seed.ts')) {
    progress('seeding, if the store is empty');
    await house.run(['scripts/run.mjs', 'seed', '--if-empty'], env);
  }
  if (mode === 'start' && isBuildStale()) {
    progress('building the app (once per version, about a minute)');
    await house.run(['scripts/build.mjs'], env);
  }

  progress('starting the server');
  const next = [YOUNG_SPACE, 'node_modules/next/dist/bin/next', mode, '-H', host, '-p', String(port)];
  const ended = house.run(next, env);
  const address = process.env.APP_ORIGIN ?? `http://127.0.0.1:${port}`;
  void announce(port, address);
  await ended;
  await house.close(0);
}

/** What is running, and how to end it. */
class House {
  /** @type {import('node:child_process').ChildProcess | null} */
  child = null;
  /** @type {Awaited<ReturnType<typeof import('./store/embedded.mjs').startEmbedded>> | null} */
  store = null;
  isClosing = false;
  watchdog = startWatchdog();

  /** @param {NonNullable<House['store']>} store */
  keep(store) {
    this.store = store;
    this.watchdog.stdin.write(`store ${JSON.stringify(store.place)}\n`);
    store.onLost(() => {
      console.error('The embedded PostgreSQL has gone away.');
      void this.close(1);
    });
  }

  /** Runs a program of ours to its end; a failure of it is a failure of the whole. */
  run(/** @type {string[]} */ args, /** @type {NodeJS.ProcessEnv} */ env) {
    return new Promise((resolve, reject) => {
      if (this.isClosing) return;
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
      this.child = child;
      this.watchdog.stdin.write(`app ${child.pid}\n`);
      child.once('error', reject);
      child.once('exit', (status, signal) => {
        this.watchdog.stdin.write('app 0\n');
        if (this.isClosing) return;
        if (status === 0) resolve(undefined);
        else reject(new Error(`${args.find((one) => !one.startsWith('-'))} failed (${signal ?? status}).`));
      });
    });
  }

  listenForTheEnd() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void this.close(0));
    if (!process.env.npm_lifecycle_event) return;
    // npm answers a signal by leaving, and its shell with it; this process would stay behind.
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && void this.close(0), 500).unref();
  }

  async close(/** @type {number} */ code) {
    if (this.isClosing) return;
    this.isClosing = true;
    await this.stopChild();
    if (this.store && (await this.store.stop()) === 'in use') progress('the store stays up: another process uses it');
    this.watchdog.stdin.end('dismissed\n', () => process.exit(code));
  }

  async stopChild() {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), APP_STOP_MS);
    await gone;
    clearTimeout(impatience);
  }
}

function startWatchdog() {
  const watchdog = spawn(process.execPath, ['scripts/store/watchdog.mjs'], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.unref();
  watchdog.stdin.on('error', () => {}); // it is a comfort, not a condition
  return watchdog;
}

function readPort() {
  const port = Number(process.env.PORT ?? 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`PORT must be a number between 1 and 65535, it is "${process.env.PORT}".`);
}

async function refuseTakenPort(/** @type {string} */ host, /** @type {number} */ port) {
  await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => reject(new Error(`Port ${port} is taken. Set PORT to a free one: PORT=3001 npm start`)));
    probe.listen(port, host, () => probe.close(resolve));
  });
}

/** Prints the address once somebody answers there, so that it can be opened at once. */
async function announce(/** @type {number} */ port, /** @type {string} */ address) {
  const until = Date.now() + READY_MS;
  while (Date.now() < until) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/health`).catch(() => null);
    if (answer && answer.status < 500) {
      progress('ready');
      console.log(`\n  Headwater is at ${address}\n`);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  console.error('The server has not become ready; its own messages above say why.');
}

function progress(/** @type {string} */ words) {
  console.log(`[${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s] ${words}`);
}
