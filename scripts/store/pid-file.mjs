// @ts-check
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Whom the server's pid file names. Its pid alone proves nothing: after a crash it may be a zombie, or have been given
 * to another program, and both look alive to `kill -0` and to `pg_ctl status`.
 * @param {string} dir
 * @returns {'none' | 'empty' | 'gone' | 'zombie' | 'stranger' | 'server'}
 */
export function pidFileHolder(dir) {
  const pid = readPid(dir);
  if (pid === null) return 'none';
  if (!(pid > 0)) return 'empty';
  return process.platform === 'linux' ? holderFromProc(pid, dir) : holderFromPs(pid);
}

/** The pid in the file: null without a file, NaN or 0 in one that was never written. @param {string} dir */
export function readPid(dir) {
  try {
    return Number(readFileSync(path.join(dir, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
}

function holderFromProc(/** @type {number} */ pid, /** @type {string} */ dir) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    if (stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')) return 'zombie';
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return command.includes('postgres') && command.split('\0').includes(dir) ? 'server' : 'stranger';
  } catch {
    return 'gone';
  }
}

function holderFromPs(/** @type {number} */ pid) {
  try {
    const command = execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
    return command.includes('postgres') ? 'server' : 'stranger';
  } catch {
    return 'gone';
  }
}
