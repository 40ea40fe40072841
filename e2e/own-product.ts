import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const READY_MS = 200_000;

/** A product of a test's own: another port, another data folder, started as a person would, and killed when wanted. */
export class OwnProduct {
  readonly url: string;
  readonly #port: number;
  readonly #home = mkdtempSync(path.join(tmpdir(), 'headwater-own-'));
  #app: ChildProcess | null = null;

  private constructor(port: number) {
    this.#port = port;
    this.url = `http://127.0.0.1:${port}`;
  }

  static async start(): Promise<OwnProduct> {
    const product = new OwnProduct(await freePort());
    await product.start();
    return product;
  }

  async start(): Promise<void> {
    const { DATABASE_URL: _, APP_ORIGIN: __, ...env } = process.env;
    const log = openSync(this.#log(), 'a');
    this.#app = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: path.join(import.meta.dirname, '..'),
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...env, PORT: String(this.#port), HEADWATER_DATA: this.#home },
    });
    closeSync(log);
    for (const until = Date.now() + READY_MS; Date.now() < until; await pause(100)) {
      const answer = await fetch(`${this.url}/api/v1/health`).catch(() => null);
      if (answer?.ok) return;
      if (this.#app.exitCode !== null) break;
    }
    throw new Error(`The product did not come up:\n${readFileSync(this.#log(), 'utf8').slice(-2000)}`);
  }

  /** Kill -9 of everything at once: the supervisor with its server, and PostgreSQL, which leads a group of its own. */
  async kill(): Promise<void> {
    const app = this.#app;
    const postgres = Number(readFileSync(path.join(this.#home, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);
    if (!app?.pid || !(postgres > 1)) throw new Error('There is nothing to kill.');
    const gone = new Promise((resolve) => app.once('exit', resolve));
    process.kill(-app.pid, 'SIGKILL');
    process.kill(-postgres, 'SIGKILL');
    await gone;
    this.#app = null;
  }

  /** Down in order, and nothing left behind. */
  async stop(): Promise<void> {
    const app = this.#app;
    if (app && app.exitCode === null && app.signalCode === null) {
      const gone = new Promise((resolve) => app.once('exit', resolve));
      app.kill('SIGTERM');
      await gone;
    }
    rmSync(this.#home, { recursive: true, force: true });
  }

  #log(): string {
    return path.join(this.#home, 'server.log');
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
