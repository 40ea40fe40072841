// @ts-check
import { execFileSync } from 'node:child_process';

/** @typedef {{ uid: number, gid: number, name: string } | null} Identity */

/**
 * Whom the server runs as. PostgreSQL refuses root, so root lends it an unprivileged user that exists on this machine;
 * a uid without a passwd entry would not do, PostgreSQL looks its own name up.
 * @returns {Identity} null when the server may simply run as ourselves
 */
export function serverIdentity() {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const uid = askId('-u', name);
    const gid = askId('-g', name);
    if (uid !== null && gid !== null) return { uid, gid, name };
  }
  throw new Error(
    'Running as root, and neither a postgres nor a nobody user exists to run the embedded PostgreSQL as. Run as another user, or set DATABASE_URL.',
  );
}

/** @param {string} flag @param {string} name */
function askId(flag, name) {
  try {
    return Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return null;
  }
}

/** For spawn: run as that user. @param {Identity} identity */
export function asUser(identity) {
  return identity ? { uid: identity.uid, gid: identity.gid } : {};
}
