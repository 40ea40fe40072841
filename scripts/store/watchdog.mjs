// @ts-check
/**
 * Stands by in case the supervisor is killed outright. Its standard input is a pipe from the supervisor, which closes
 * however that ends; then the app it left behind is stopped, and the store unless somebody else uses it. The lines on
 * the pipe say what there is to stop: `app PID`, and `store PLACE` as JSON.
 */
import { createInterface } from 'node:readline';
import { stopIfIdle } from './embedded.mjs';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

let app = 0;
/** @type {import('./embedded.mjs').Place | null} */
let place = null;
const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const space = line.indexOf(' ');
  const [word, rest] = [line.slice(0, space), line.slice(space + 1)];
  if (word === 'app') app = Number(rest);
  if (word === 'store') place = JSON.parse(rest);
  if (line === 'dismissed') process.exit();
});
lines.on('close', async () => {
  if (app > 0) await stopApp(app);
  if (place) await stopIfIdle(place);
  process.exit();
});

async function stopApp(/** @type {number} */ pid) {
  for (let attempt = 0; attempt < 50 && signal(pid, 0); attempt++) {
    if (attempt === 0) signal(pid, 'SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  signal(pid, 'SIGKILL');
}

function signal(/** @type {number} */ pid, /** @type {NodeJS.Signals | 0} */ name) {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
