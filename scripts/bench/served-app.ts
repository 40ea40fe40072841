import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const READY_MS = 120_000;
const Probe = z.object({ longestStallMs: z.number(), cpuMs: z.number(), residentMb: z.number() });
export type Probe = z.infer<typeof Probe>;

/** The built app over a store, in a process of its own that tells how it fares. */
export class ServedApp {
  readonly address: string;
  private readonly app: ChildProcess;
  private readonly probePort: number;

  constructor(root: string, { url, port }: { url: string; port: number }) {
    if (!existsSync(path.join(root, '.next/BUILD_ID'))) throw new Error('Nothing has been built yet: npm run build');
    this.address = `http://127.0.0.1:${port}`;
    this.probePort = port + 1;
    const probe = pathToFileURL(path.join(root, 'scripts/bench/loop-probe.mjs')).href;
    const next = path.join(root, 'node_modules/next/dist/bin/next');
    const { APP_ORIGIN: _, ...env } = process.env;
    this.app = spawn(process.execPath, ['--import', probe, next, 'start', '-H', '127.0.0.1', '-p', String(port)], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...env, DATABASE_URL: url, PORT: String(port), LOOP_PROBE_PORT: String(this.probePort) },
    });
  }

  async isReady(): Promise<void> {
    for (const until = Date.now() + READY_MS; Date.now() < until; await pause(100)) {
      const answer = await fetch(`${this.address}/api/v1/health`).catch(() => null);
      if (answer?.ok) return;
      if (this.app.exitCode !== null) break;
    }
    throw new Error('The server did not come up.');
  }

  /** How the process fared since it was asked last. */
  async probe(): Promise<Probe> {
    const answer = await fetch(`http://127.0.0.1:${this.probePort}`);
    return Probe.parse(await answer.json());
  }

  async stop(): Promise<void> {
    if (this.app.exitCode !== null) return;
    const gone = new Promise((resolve) => this.app.once('exit', resolve));
    this.app.kill('SIGTERM');
    const impatience = setTimeout(() => this.app.kill('SIGKILL'), 10_000);
    await gone;
    clearTimeout(impatience);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
