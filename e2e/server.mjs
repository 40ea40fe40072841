// @ts-check
/** The product as a person would start it, on a new store in a temporary folder that goes when the tests end. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const home = mkdtempSync(path.join(tmpdir(), 'headwater-browser-'));
const { DATABASE_URL: _, APP_ORIGIN: __, ...env } = process.env;
const app = spawn(process.execPath, ['scripts/start.mjs'], {
  cwd: path.join(import.meta.dirname, '..'),
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...env, HEADWATER_DATA: home },
});
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) process.on(signal, () => app.kill(signal));
app.on('exit', (code) => {
  rmSync(home, { recursive: true, force: true });
  process.exit(code ?? 1);
});
