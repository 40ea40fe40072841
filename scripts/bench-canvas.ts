import { type ChildProcess, spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { type APIResponse, chromium, type Page } from '@playwright/test';
import { findChromium, launchArgs } from '../e2e/browser.mjs';
import { revisionTag } from '../lib/api/entity-tag';
import type { ModelRecord } from '../lib/model/records';
import { benchModel, type CanvasFigures } from './bench/bench-model';
import { BENCH_PRODUCT, largeModel } from './bench/large-model';
import { printTable } from './bench/measure';

/**
 * How much script the canvas runs per frame, in a real browser on a built app with a store of its own: `npm run build`,
 * then `npm run bench:canvas`. Sizes may be named: `npm run bench:canvas -- 100 300`.
 */
const PORT = Number(process.env.PORT ?? 3391);
const ADDRESS = `http://127.0.0.1:${PORT}`;
const DRAFT = '/api/v1/products/cdp-bench/draft';
/** A save takes so many records at most. */
const CHUNK = 4_000;
const READY_MS = 120_000;
const LINES: Readonly<Record<number, number>> = { 100: 150, 300: 500, 1000: 1_500, 2000: 3_000 };
const headers = { 'sec-fetch-site': 'same-origin', origin: ADDRESS };

const named = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 5);
const sizes = named.length > 0 ? named : Object.keys(LINES).map(Number);

const app = spawn(process.execPath, ['e2e/server.mjs'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, PORT: String(PORT) },
});
try {
  await isReady(app);
  console.log(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}`);
  for (const entities of sizes) print(await benchSize(entities, LINES[entities] ?? Math.round(entities * 1.5)));
} finally {
  app.kill('SIGTERM');
}

async function isReady(server: ChildProcess) {
  for (const until = Date.now() + READY_MS; Date.now() < until; await pause(200)) {
    const answer = await fetch(`${ADDRESS}/api/v1/health`).catch(() => null);
    if (answer?.ok) return;
    if (server.exitCode !== null) break;
  }
  throw new Error('The product did not come up. Has it been built? npm run build');
}

async function benchSize(entities: number, lines: number): Promise<CanvasFigures> {
  const found = await findChromium();
  const browser = await chromium.launch({
    executablePath: found.path,
    args: launchArgs(),
    env: { ...process.env, ...found.env },
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: ADDRESS });
    await bringIn(page, entities, lines);
    return await benchModel(page, { entities, lines });
  } finally {
    await browser.close();
  }
}

/** The story's workspace with one product more, and the model in its draft; the one of the last size goes. */
async function bringIn(page: Page, entities: number, lines: number) {
  await page.request.put('/api/v1/demo/session', { data: { person: 'fabio' }, headers });
  const file = await (await page.request.get('/api/v1/workspace/file')).text();
  if (!file.includes('key: cdp-bench')) {
    const text = file.replace(/^products:\n/m, `products:\n${BENCH_PRODUCT}\n`);
    await accepted(page.request.post('/api/v1/workspace/import', { data: { text }, headers, timeout: READY_MS }));
  }
  await page.request.put('/api/v1/demo/session', { data: { person: 'elisa' }, headers });
  const draft = await (await page.request.get(DRAFT)).json();
  let revision: number = draft.revision;
  const save = async (data: { put: ModelRecord[]; remove: string[] }) => {
    const ifMatch = { ...headers, 'if-match': revisionTag(revision) };
    revision = (await (await accepted(page.request.patch(DRAFT, { data, headers: ifMatch, timeout: READY_MS }))).json())
      .revision;
  };
  const old: string[] = draft.records.map(({ id }: { id: string }) => id);
  for (let from = 0; from < old.length; from += CHUNK) await save({ put: [], remove: old.slice(from, from + CHUNK) });
  const records = largeModel({ entities, lines });
  for (let from = 0; from < records.length; from += CHUNK)
    await save({ put: records.slice(from, from + CHUNK), remove: [] });
}

async function accepted(answer: Promise<APIResponse>): Promise<APIResponse> {
  const said = await answer;
  if (!said.ok()) throw new Error(`The model was refused: ${(await said.text()).slice(0, 400)}`);
  return said;
}

/** Each size as soon as it is known: the large ones take minutes. */
function print(row: CanvasFigures) {
  const figure = (value: number) => value.toFixed(1);
  const whole = (value: number) => value.toFixed(0);
  printTable(`${row.entities} entities, ${row.lines} lines`, [
    ['', 'script ms per frame: p50', 'p95', 'most', 'frames per s', 'longest frame ms', 'longest after it ms'],
    ...row.motions.map(([name, { script, fps, longestFrameMs, longestAfterMs }]) => [
      name,
      figure(script.p50),
      figure(script.p95),
      figure(script.max),
      ...[fps, longestFrameMs, longestAfterMs].map(whole),
    ]),
  ]);
  const { firstPaintMs, drawnMs, cards, heapMb, scriptKb, tidy } = row;
  printTable('the rest', [
    [
      'first paint ms',
      'drawn ms',
      'cards in the page',
      'heap MB',
      'script sent KB',
      'tidy s',
      'longest frame of it ms',
    ],
    [
      ...[firstPaintMs, drawnMs, cards, heapMb, scriptKb].map(whole),
      tidy.seconds === null ? 'called off' : whole(tidy.seconds),
      whole(tidy.longestFrameMs),
    ],
  ]);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
