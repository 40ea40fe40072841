// @ts-check
/** The database client is generated code, not kept in Git: made anew when the schema or the generator has changed. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(import.meta.dirname, '..');
const folder = path.join(root, 'lib/db/generated');
const stampFile = path.join(folder, 'made-from');

/** Does nothing when the client is that of this schema; throws what the generator said when it cannot be made. */
export function ensureClient() {
  const stamp = stampOfSchema();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/prisma.mjs', 'generate'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The database client could not be generated.\n${stdout}${stderr}`);
  writeFileSync(stampFile, stamp);
}

function stampOfSchema() {
  const generator = path.join(root, 'node_modules/prisma/package.json');
  return ['prisma/schema.prisma', 'prisma.config.ts']
    .reduce((hash, file) => hash.update(readFileSync(path.join(root, file))), createHash('sha256'))
    .update(JSON.parse(readFileSync(generator, 'utf8')).version)
    .digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureClient();
