// @ts-check
/** `npm start` and `npm run dev`. Says what is missing before anything is loaded that would only throw. */
import { existsSync } from 'node:fs';
import path from 'node:path';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isOld =
  major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12) || major === 23;
if (isOld) {
  console.error(
    `Headwater needs Node 20.19 or later 20.x, 22.12 or later 22.x, or 24 and up. This is ${process.version}.`,
  );
  process.exit(1);
}
if (!existsSync(path.join(path.dirname(new URL(import.meta.url).pathname), '../node_modules/next'))) {
  console.error('The packages are not installed yet. Run: npm ci');
  process.exit(1);
}

const { supervise } = await import('./supervise.mjs');
await supervise(process.argv[2] === 'dev' ? 'dev' : 'start');
