// @ts-check
import { spawn } from 'node:child_process';
import { asUser } from './identity.mjs';

/**
 * Runs a command of the server's and collects what it says. It does not wait for the pipes to close for longer than a
 * moment after the exit: the server that `pg_ctl start` leaves behind may keep them open for as long as it lives.
 * @param {string} command
 * @param {string[]} args
 * @param {import('./identity.mjs').Identity} identity
 * @returns {Promise<{ status: number, said: string }>}
 */
export function runCommand(command, args, identity) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...asUser(identity), cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const listen = (/** @type {Buffer} */ chunk) => {
      said += chunk;
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', (problem) => resolve({ status: -1, said: String(problem) }));
    child.on('close', (status) => resolve({ status: status ?? -1, said: said.trim() }));
    child.on('exit', () => {
      setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, 50);
    });
  });
}
