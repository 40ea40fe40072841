// @ts-check
/**
 * Generates the database client and builds the app, and remembers of which sources: `npm start` and the browser tests
 * build only what is stale, and never run a build of something else.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureClient } from './generate.mjs';

const root = path.join(import.meta.dirname, '..');
const stampFile = path.join(root, '.next/headwater-sources');
const FOLDERS = ['app', 'components', 'lib', 'prisma', 'public'];
const FILES =
  /^(?:package-lock\.json|package\.json|next\.config\.js|postcss\.config\.mjs|proxy\.ts|instrumentation.*\.ts|tsconfig\.json)$/;

/** True when there is no build, or it was made of other sources than these. */
export function isBuildStale() {
  if (!existsSync(path.join(root, '.next/BUILD_ID')) || !existsSync(stampFile)) return true;
  return readFileSync(stampFile, 'utf8') !== stampOfSources();
}

function stampOfSources() {
  const hash = createHash('sha256');
  const files = FOLDERS.filter((folder) => existsSync(path.join(root, folder))).flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
      .filter((file) => !file.startsWith(path.join('lib', 'db', 'generated'))),
  );
  for (const file of [...files, ...readdirSync(root).filter((name) => FILES.test(name))].sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function build() {
  const stamp = stampOfSources();
  ensureClient();
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  const next = ['node_modules/next/dist/bin/next', 'build'];
  const { status } = spawnSync(process.execPath, next, { cwd: root, stdio: 'inherit', env });
  if (status === 0) writeFileSync(stampFile, stamp);
  return status ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(build());
