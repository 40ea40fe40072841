import { type ChildProcess, spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { chromium, type Page } from '@playwright/test';
import { findChromium, launchArgs } from '../e2e/browser.mjs';
import { benchModel, type CanvasFigures } from './bench/bench-model';
import { largeModel } from './bench/large-model';
import { printTable } from './bench/measure';

/**
 * How much script the canvas runs per frame, in a real browser on a built app with a store of its own: `npm run build`,
 * then `npm run bench:canvas`. Sizes may be named: `npm run bench:canvas -- 100 300`.
 */
const PORT = Number(process.env.PORT ?? 3391);
const ADDRESS = `http://127.0.0.1:${PORT}`;
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
  const rows: CanvasFigures[] = [];
  for (const entities of sizes) rows.push(await benchSize(entities, LINES[entities] ?? Math.round(entities * 1.5)));
  print(rows);
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
    await page.request.put('/api/v1/demo/session', { data: { person: 'elisa' }, headers });
    return await benchModel(page, { entities, lines });
  } finally {
    await browser.close();
  }
}

/** The story's workspace with one model more; the one of the last size goes. */
async function bringIn(page: Page, entities: number, lines: number) {
  await page.request.put('/api/v1/demo/session', { data: { person: 'fabio' }, headers });
  const file = await (await page.request.get('/api/v1/workspace/file')).text();
  const others = file.replace(/^ {2}- key: cdp-bench\n(?: {4}.*\n)*/m, '');
  const text = others.replace(/^products:\n/m, `products:\n${largeModel({ entities, lines })}\n`);
  const answer = await page.request.post('/api/v1/workspace/import', { data: { text }, headers, timeout: READY_MS });
  if (!answer.ok()) throw new Error(`The model was refused: ${(await answer.text()).slice(0, 400)}`);
}

function print(rows: readonly CanvasFigures[]) {
  const pair = ({ p50, p95 }: { p50: number; p95: number }) => `${p50.toFixed(1)} / ${p95.toFixed(1)}`;
  printTable('Script per frame in ms, p50 / p95', [
    ['entities', 'lines', 'pan', 'pan from afar', 'zoom', 'drag a card', 'a letter in the inspector'],
    ...rows.map((row) => [
      String(row.entities),
      String(row.lines),
      ...[row.pan, row.panAfar, row.zoom, row.drag, row.typing].map(pair),
    ]),
  ]);
  printTable('Opening', [
    ['entities', 'first paint ms', 'drawn ms', 'cards in the page', 'heap MB', 'script sent KB'],
    ...rows.map((row) => [
      String(row.entities),
      row.firstPaintMs.toFixed(0),
      row.drawnMs.toFixed(0),
      String(row.cards),
      row.heapMb.toFixed(0),
      row.scriptKb.toFixed(0),
    ]),
  ]);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
