// @ts-check
import { chmodSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand } from './run-command.mjs';

/** Where the embedded store lives unless HEADWATER_DATA says otherwise. Root's own folders are closed to the server. */
export function defaultHome() {
  const named = process.env.HEADWATER_DATA;
  if (named) return path.resolve(named);
  return process.getuid?.() === 0 ? '/var/lib/headwater' : path.resolve('data');
}

/**
 * Makes the folder, with its real path, and sees to it that the server's user can enter it. A folder of our own is
 * opened for passing through (the data inside stays closed); the folders above it are not ours to change, unless they
 * are scratch ones in the temporary folder.
 * @param {string} folder
 * @param {import('./identity.mjs').Identity} identity
 */
export async function prepareHome(folder, identity) {
  mkdirSync(folder, { recursive: true });
  const home = realpathSync(folder);
  if (!identity) return home;
  if (await canEnter(home, identity)) return home;
  for (const own of [home, ...scratchFoldersAbove(home)]) {
    const { mode, uid } = statSync(own);
    if (uid === process.getuid?.()) chmodSync(own, (mode & 0o7777) | 0o011);
  }
  if (await canEnter(home, identity)) return home;
  throw new Error(
    `PostgreSQL does not run as root, it runs as ${identity.name}, and ${identity.name} cannot enter ${home}. Set HEADWATER_DATA to a folder it can reach, such as /var/lib/headwater.`,
  );
}

function scratchFoldersAbove(/** @type {string} */ folder) {
  const scratch = realpathSync(tmpdir());
  const above = [];
  for (let at = path.dirname(folder); at.startsWith(scratch + path.sep); at = path.dirname(at)) above.push(at);
  return above;
}

async function canEnter(/** @type {string} */ folder, /** @type {import('./identity.mjs').Identity} */ identity) {
  return (await runCommand('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], identity)).status === 0;
}
