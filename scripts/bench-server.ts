import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { revisionTag } from '@/lib/api/entity-tag';
import { openDatabase } from '@/lib/db/db';
import { openPool } from '@/lib/db/pool';
import type { ModelRecord } from '@/lib/model/records';
import { largeModel } from './bench/large-model';
import { inMs, printTable } from './bench/measure';
import { seedStore } from './bench/seed-store';
import { ServedApp } from './bench/served-app';
import { type CallFigures, timeCalls } from './bench/time-calls';

/**
 * What a caller waits for: the built app in a process of its own, the embedded store, real requests. A large workspace is
 * brought in, its consumers are sent upstream, and models of 300 and 2,000 entities stand in drafts. Beside every figure
 * stands what the server's process spent on it and for how long its event loop stood still; a route that only asks the
 * store whether it is there, and that question asked without a server, are measured in the same run.
 *
 * `npm run build`, then `npm run bench:server`; `--small` takes a workspace of 200 products, `--sent 200` sends so many,
 * `--store FOLDER` keeps the store there and takes it up again.
 */
const args = process.argv.slice(2);
const isSmall = args.includes('--small');
const SIZE = isSmall
  ? { products: 200, attributes: 4_000, levels: 10 }
  : { products: 5_000, attributes: 100_000, levels: 20 };
const SENT = args.includes('--sent') ? Number(args[args.indexOf('--sent') + 1]) : SIZE.products / 5;
const DRAWN = [
  { key: 'cdp-drawn-300', entities: 300, lines: 500 },
  { key: 'cdp-drawn-2000', entities: 2_000, lines: 3_000 },
];
/** A save takes so many records at most. */
const CHUNK = 4_000;
const PORT = Number(process.env.PORT ?? 3395);
const Saved = z.object({ revision: z.number() });
const DraftRead = z.object({ revision: z.number(), records: z.array(z.custom<ModelRecord>()) });

const root = path.join(path.dirname(process.argv[1] ?? '.'), '..');
/** A store that outlives the run: making it takes longer than measuring. */
const named = args.includes('--store') ? args[args.indexOf('--store') + 1] : undefined;
const home = named ?? mkdtempSync(path.join(tmpdir(), 'headwater-bench-'));
process.env.HEADWATER_DATA = home;
delete process.env.DATABASE_URL;
const storeModule: { openStore: OpenStore } = await import(
  pathToFileURL(path.join(root, 'scripts/store/open-store.mjs')).href
);
type OpenStore = (log: () => void) => Promise<{ url: string; embedded: { stop(): Promise<unknown> } | null }>;
const { url, embedded } = await storeModule.openStore(() => {});
const pool = openPool(url, 4);
try {
  await bench();
} finally {
  if (!pool.ended) await pool.end();
  await embedded?.stop();
  if (named === undefined) rmSync(home, { recursive: true, force: true });
}

async function bench() {
  console.log(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}`);
  const db = openDatabase(pool);
  const began = performance.now();
  const isThere = (await db.product.count()) > 0;
  if (!isThere) await seedStore(db, SIZE, { drawn: DRAWN.map(({ key }) => key), sent: SENT });
  const seconds = ((performance.now() - began) / 1_000).toFixed(0);
  const sent = (await db.push.findMany({ distinct: ['productId'], select: { productId: true } })).length;
  const made = isThere ? 'found' : `made in ${seconds} s`;
  console.log(
    `${SIZE.products} products, ${SIZE.attributes} attributes, ${sent} consumers sent, ${await db.requirement.count()} requirements: ${made}`,
  );
  await db.$disconnect();
  const app = new ServedApp(root, { url, port: PORT });
  try {
    await app.isReady();
    await benchReads(app);
    for (const drawn of DRAWN) await benchDraft(app, drawn);
    const { residentMb } = await app.probe();
    console.log(`\nThe server's process holds ${residentMb.toFixed(0)} MB.`);
  } finally {
    await app.stop();
  }
}

async function benchReads(app: ServedApp) {
  const rows = [head()];
  const time = async (name: string, call: (run: number) => Promise<unknown>, runs = 60) => {
    rows.push(line(name, await timeCalls(app, call, { runs })));
  };
  await time('a bare SELECT, no server', () => pool.query('SELECT 1'), 200);
  await time('health: a route with that SELECT', get(app, '/health'), 200);
  await time('catalog, the very first', get(app, '/products?limit=60'), 1);
  await time('catalog, first page', get(app, '/products?limit=60'));
  await time('catalog, search', get(app, '/products?limit=60&q=agg-1'));
  await time('what exists, search', get(app, '/what-exists?q=c1'));
  await time('product page', (run) => get(app, `/products/agg-${(run * 37) % (SIZE.products / 5)}`)());
  await time('lineage', get(app, '/lineage'));
  await time('ledger, the very first', get(app, '/ledger'), 1);
  await time('ledger', get(app, '/ledger'));
  await time('ledger, a hundred lines more', get(app, '/ledger/rows?of=tables&from=20'));
  await time('ledger, as a file', get(app, '/ledger/file'), 10);
  await time('inbox', get(app, '/inbox'));
  await time('home', get(app, '/home'));
  const edited = await smallEdit(app);
  await time('preview of one edit, 20 fields', edited.preview);
  await time('save of one edit, 20 fields', edited.save);
  await time('health, 50 at once', () => Promise.all(Array.from({ length: 50 }, get(app, '/health'))), 5);
  await time('catalog, 50 at once', () => Promise.all(Array.from({ length: 50 }, get(app, '/products?limit=60'))), 5);
  printTable(`Reads of ${SIZE.products} products (milliseconds)`, rows);
}

/** A model as most are, with a metric's definition changed each time. */
async function smallEdit(app: ServedApp) {
  const address = '/products/cdp-7/draft';
  const draft = DraftRead.parse(JSON.parse(await get(app, address)()));
  let { revision } = draft;
  const metric = draft.records.find((record) => record.kind === 'metric');
  if (!metric) throw new Error('a consumer without a metric');
  const edited = (run: number) => ({ ...metric, definition: `As it is understood, ${run}.` });
  return {
    preview: (run: number) =>
      send(app, 'POST', '/products/cdp-7/preview', {
        body: { records: draft.records.map((record) => (record === metric ? edited(run) : record)) },
      }),
    save: async (run: number) => {
      const body = { put: [edited(run)], remove: [] };
      ({ revision } = Saved.parse(JSON.parse(await send(app, 'PATCH', address, { body, revision }))));
    },
  };
}

async function benchDraft(app: ServedApp, { key, entities, lines }: (typeof DRAWN)[number]) {
  const rows = [head()];
  const time = async (name: string, call: (run: number) => Promise<unknown>, runs = 20) => {
    rows.push(line(name, await timeCalls(app, call, { runs })));
  };
  const address = `/products/${key}/draft`;
  const records = largeModel({ entities, lines });
  let revision = Saved.parse(JSON.parse(await get(app, address)())).revision;
  const save = async (put: readonly unknown[]) => {
    ({ revision } = Saved.parse(
      JSON.parse(await send(app, 'PATCH', address, { body: { put, remove: [] }, revision })),
    ));
  };
  const edit = (run: number) => save([{ ...records[0], label: `Thing, ${run}` }]);
  let from = 0;
  await time(
    `save of ${CHUNK} records`,
    async () => {
      const put = records.slice(from, from + CHUNK);
      from += CHUNK;
      await save(put);
    },
    Math.ceil(records.length / CHUNK) - 1,
  );
  while (from < records.length) {
    await save(records.slice(from, from + CHUNK));
    from += CHUNK;
  }
  await time('health', get(app, '/health'));
  await time('draft, the very first', get(app, address), 1);
  await time('draft', get(app, address));
  await time('save of one edit', edit, 60);
  await time(
    'draft after an edit',
    async (run) => {
      await edit(run);
      await get(app, address)();
    },
    10,
  );
  await time('draft changes since', get(app, `${address}/changes?since=${revision - 5}`));
  await time('comments at a record', get(app, `/comments?subject=record:${key}:thing-7`));
  await time('comments counted', get(app, `/products/${key}/comment-counts`));
  await time('preview of the saved draft', () => send(app, 'POST', `/products/${key}/preview`, { body: {} }), 10);
  await time(
    'save and preview',
    async (run) => {
      await edit(run);
      await send(app, 'POST', `/products/${key}/preview`, { body: {} });
    },
    10,
  );
  await time('save of one place', (run) =>
    send(app, 'PUT', `${address}/layout`, { body: { positions: { 'thing-1': { x: run, y: 1 } } } }),
  );
  printTable(`A draft of ${entities} entities, ${records.length} records (milliseconds)`, rows);
}

function get(app: ServedApp, address: string) {
  return () => send(app, 'GET', address, {});
}

async function send(
  app: ServedApp,
  method: string,
  address: string,
  { body, revision }: { body?: unknown; revision?: number },
): Promise<string> {
  const response = await fetch(`${app.address}/api/v1${address}`, {
    method,
    headers: {
      origin: app.address,
      'sec-fetch-site': 'same-origin',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(revision === undefined ? {} : { 'if-match': revisionTag(revision) }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${address}: ${response.status} ${text.slice(0, 400)}`);
  return text;
}

function head(): string[] {
  return ['', 'p50', 'p95', 'longest', 'runs', 'failed', 'server cpu', 'longest stall'];
}

function line(name: string, { p50, p95, longest, runs, failed, cpuMs, longestStallMs }: CallFigures): string[] {
  return [name, inMs(p50), inMs(p95), inMs(longest), String(runs), String(failed), inMs(cpuMs), inMs(longestStallMs)];
}
