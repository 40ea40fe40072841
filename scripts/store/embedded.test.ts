import { type ChildProcess, spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEmbedded } from './embedded.mjs';
import { asUser, serverIdentity } from './identity.mjs';
import { pidFileHolder, readPid } from './pid-file.mjs';

type Server = Awaited<ReturnType<typeof startEmbedded>>;
const settings = { fsync: 'off', full_page_writes: 'off' };
const strangers: ChildProcess[] = [];
let home: string;

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'headwater-launcher-'));
});

afterEach(async () => {
  for (const stranger of strangers.splice(0)) stranger.kill('SIGKILL');
  if (pidFileHolder(dataFolder()) === 'server') await (await start()).stopForAll();
  rmSync(home, { recursive: true, force: true });
});

function dataFolder() {
  return path.join(home, 'pg');
}

function pidFile() {
  return path.join(dataFolder(), 'postmaster.pid');
}

function start(): Promise<Server> {
  return startEmbedded({ home, settings });
}

async function ask(server: Server, sql: string) {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
}

/** What a machine that was switched off leaves: the data, and a pid file of nobody. */
async function crash(server: Server) {
  const pid = readPid(dataFolder()) ?? 0;
  const file = readFileSync(pidFile(), 'utf8');
  const gone = new Promise((resolve) => server.onLost(() => resolve(undefined)));
  process.kill(pid, 'SIGKILL');
  await gone;
  while (pidFileHolder(dataFolder()) === 'server') await new Promise((resolve) => setTimeout(resolve, 20));
  return file;
}

function aStranger() {
  const stranger = spawn('sleep', ['60'], { ...asUser(serverIdentity()), stdio: 'ignore' });
  strangers.push(stranger);
  return stranger.pid ?? 0;
}

test('several first starts at once make one server, which goes when the last has left', async () => {
  const servers = await Promise.all([start(), start(), start()]);
  const [first, ...others] = servers;
  expect(servers.filter((server) => server.attached).length).toBeLessThanOrEqual(2);
  for (const server of others) expect(await server.stop()).toBe('in use');
  expect(first && (await ask(first, 'SHOW data_directory'))).toEqual([{ data_directory: first?.place.dir }]);
  expect(await first?.stop()).toBe('stopped');
  expect(pidFileHolder(dataFolder())).toBe('none');
});

test('sessions speak UTC and the pages carry checksums', async () => {
  const server = await start();
  expect(await ask(server, 'SHOW TimeZone')).toEqual([{ TimeZone: 'UTC' }]);
  expect(await ask(server, 'SHOW data_checksums')).toEqual([{ data_checksums: 'on' }]);
  await server.stopForAll();
});

test('what was committed before a kill is there after the next start', async () => {
  const server = await start();
  await ask(server, 'CREATE TABLE kept AS SELECT 7 AS n');
  await crash(server);
  const again = await start();
  expect(again.attached).toBe(false);
  expect(await ask(again, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  expect(await again.stop()).toBe('stopped');
});

describe('a pid file left behind', () => {
  beforeEach(async () => {
    await (await start()).stop();
  });

  test('whose pid another program has been given meanwhile does not stop the start', async () => {
    writeFileSync(pidFile(), `${aStranger()}\n${dataFolder()}\n`);
    expect(pidFileHolder(dataFolder())).toBe('stranger');
    const server = await start();
    expect(server.attached).toBe(false);
    await server.stop();
  });

  test('that was never written is waited for, and removed once it is old', async () => {
    writeFileSync(pidFile(), '');
    expect(pidFileHolder(dataFolder())).toBe('empty');
    const old = Date.now() / 1000 - 60;
    utimesSync(pidFile(), old, old);
    const server = await start();
    expect(server.attached).toBe(false);
    await server.stop();
  });

  test.runIf(process.platform === 'linux')('of a process that is dead but not buried is nobody’s', async () => {
    const script = 'sleep 0.1 & echo $!; exec sleep 30';
    const parent = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] });
    strangers.push(parent);
    const pid = await new Promise<string>((resolve) =>
      parent.stdout?.once('data', (line) => resolve(String(line).trim())),
    );
    writeFileSync(pidFile(), `${pid}\n`);
    await expect.poll(() => pidFileHolder(dataFolder()), { timeout: 3_000 }).toBe('zombie');
  });
});

test('a socket swept away under a live server is brought back', { timeout: 60_000 }, async () => {
  const server = await start();
  rmSync(server.place.socket, { recursive: true });
  const again = await start();
  expect(await ask(again, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  await again.stopForAll();
});

test('a folder made by another major version is named and left untouched', async () => {
  mkdirSync(dataFolder());
  writeFileSync(path.join(dataFolder(), 'PG_VERSION'), '15\n');
  await expect(start()).rejects.toThrow('was made by PostgreSQL 15');
  expect(readFileSync(path.join(dataFolder(), 'PG_VERSION'), 'utf8')).toBe('15\n');
});

test('a path too long for a socket gets its socket elsewhere', async () => {
  const deep = path.join(home, 'x'.repeat(90));
  const server = await startEmbedded({ home: deep, settings });
  expect(server.place.socket.startsWith(tmpdir())).toBe(true);
  expect(await ask(server, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  await server.stopForAll();
  rmSync(server.place.socket, { recursive: true });
});

test.runIf(process.getuid?.() === 0)(
  'root keeps the data to the server’s user, in a folder that user can reach',
  async () => {
    chownSync(home, 0, 0);
    const server = await start();
    expect(existsSync(path.join(dataFolder(), 'PG_VERSION'))).toBe(true);
    expect(server.place.identity?.uid).toBeGreaterThan(0);
    await server.stopForAll();
  },
);
