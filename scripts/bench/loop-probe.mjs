// @ts-check
/**
 * Loaded into the server that is measured, before anything else of it: says over a port of its own for how long the event
 * loop stood still at most, and how much processor time the process has spent, since it was last asked.
 */
import { createServer } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 2;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
let before = process.cpuUsage();

createServer((_, response) => {
  const { user, system } = process.cpuUsage(before);
  before = process.cpuUsage();
  const longestStallMs = Math.max(0, delay.max / 1e6 - RESOLUTION_MS);
  delay.reset();
  response.setHeader('Content-Type', 'application/json');
  response.end(
    JSON.stringify({ longestStallMs, cpuMs: (user + system) / 1000, residentMb: process.memoryUsage().rss / 1e6 }),
  );
})
  .listen(Number(process.env.LOOP_PROBE_PORT), '127.0.0.1')
  .unref();
