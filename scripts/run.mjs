// @ts-check
/**
 * Runs scripts/NAME.ts: bundled on the spot, because Node 20 reads no TypeScript and bundling takes less time than
 * starting a loader. The bundle is kept under its content, so that two runs at once never see half a file. Scripts that
 * need the store get it as DATABASE_URL, whether the app is running or not.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..');
const cache = path.join(root, 'node_modules/.cache/headwater');
const NEEDS_STORE = ['seed'];

const [name = '', ...args] = process.argv.slice(2);
const source = path.join(root, 'scripts', `${name}.ts`);
if (!/^[a-z-]+$/.test(name) || !existsSync(source)) {
  console.error(`There is no script named "${name}".`);
  process.exit(2);
}
if (NEEDS_STORE.includes(name) && !process.env.HEADWATER_STORE_READY) process.exit(await runWithStore());
process.argv = [process.execPath, source, ...args];
process.setSourceMapsEnabled(true);
await import(await bundle());

/** Opens the store and brings it to this version around a run of this file, whose connections end with its process. */
async function runWithStore() {
  const { ensureClient } = await import('./generate.mjs');
  const { openStore } = await import('./store/open-store.mjs');
  ensureClient();
  const { url, embedded } = await openStore((line) => console.log(line));
  const env = { ...process.env, DATABASE_URL: url, HEADWATER_STORE_READY: 'yes' };
  const { status } = spawnSync(process.execPath, [import.meta.filename, name, ...args], { stdio: 'inherit', env });
  await embedded?.stop();
  return status ?? 1;
}

async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [source],
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'error',
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  const file = path.join(cache, `${name}-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`);
  if (!existsSync(file)) {
    mkdirSync(cache, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, code);
    renameSync(`${file}.${process.pid}`, file);
  }
  return pathToFileURL(file).href;
}
