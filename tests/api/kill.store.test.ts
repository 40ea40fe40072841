import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readLayout } from '@/lib/db/read-layout';
import { Story } from './story';

const KILLS = Number(process.env.HEADWATER_KILLS ?? 8);
/** How many sends and decisions are acknowledged, over as many kills as that takes. */
const STEPS = Number(process.env.HEADWATER_STEPS ?? 24);
/** How often a workspace is brought in, and killed in the middle of it. */
const LOADS = Number(process.env.HEADWATER_LOADS ?? 2);
let story: Story;
let folder: string;
let program: string;
let negotiation: string;
let bringing: string;
beforeAll(async () => {
  story = await Story.begin();
  folder = mkdtempSync(path.resolve('node_modules/.cache', 'kill-'));
  program = path.join(folder, 'write-until-killed.mjs');
  negotiation = path.join(folder, 'negotiate-until-killed.mjs');
  bringing = path.join(folder, 'bring-in-until-killed.mjs');
  await build({
    entryPoints: ['write', 'negotiate', 'bring-in'].map((what) => `tests/api/${what}-until-killed.ts`),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await story.end();
});

/** Runs the writer until it has acknowledged some lines, then SIGKILL at a moment nobody chose. */
async function writeUntilKilled(lines: number, afterMs: number, file = program): Promise<string[]> {
  const writer = spawn(process.execPath, [file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: story.database.url },
  });
  const acknowledged: string[] = [];
  const gone = new Promise((resolve) => writer.once('exit', resolve));
  createInterface({ input: writer.stdout }).on('line', (line) => {
    acknowledged.push(line);
    if (acknowledged.length === lines) setTimeout(() => writer.kill('SIGKILL'), afterMs);
  });
  await gone;
  return acknowledged;
}

const Body = z.object({ definition: z.string() });
const Subject = z.object({ product: z.string() });

const isOfRetention = (subject: unknown) => Subject.parse(subject).product === 'cdp-retention';

async function kept() {
  const { db } = story.database;
  const draft = await db.draft.findFirstOrThrow({ where: { product: { key: 'cdp-retention' } } });
  const where = { productId: draft.productId };
  const record = await db.draftRecord.findFirstOrThrow({
    where: { ...where, kind: 'metric', body: { path: ['name'], equals: 'item_revenue' } },
  });
  const changes = await db.draftChange.findMany({ where, orderBy: { revision: 'asc' } });
  const versions = await db.modelVersion.findMany({ where, orderBy: { number: 'asc' } });
  const events = await db.event.findMany({ orderBy: { seq: 'asc' }, select: { seq: true, kind: true, subject: true } });
  const workspace = await db.workspace.findFirstOrThrow();
  const { definition } = Body.parse(record.body);
  const placed = readLayout(draft.layout).positions[record.recordId]?.x ?? 0;
  return { draft, definition, placed, changes, versions, events, workspace };
}

test(`an acknowledged save outlives kill -9, and no save is half there (${KILLS} kills)`, {
  timeout: 600_000 + KILLS * 10_000,
}, async () => {
  for (let kill = 0; kill < KILLS; kill++) {
    const lines = await writeUntilKilled(3 + (kill % 7), (kill * 13) % 60);
    const saves = lines.flatMap((line) => /^saved (\d+) round (\d+)$/.exec(line)?.slice(1).map(Number) ?? []);
    const [lastRevision = 0] = saves.slice(-2);
    const lastVersion = Math.max(0, ...lines.flatMap((line) => Number(/^sent (\d+)$/.exec(line)?.[1] ?? 0)));
    const lastPlaced = Math.max(0, ...lines.flatMap((line) => Number(/^placed (\d+)$/.exec(line)?.[1] ?? 0)));
    const { draft, definition, placed, changes, versions, events, workspace } = await kept();

    expect(draft.revision).toBeGreaterThanOrEqual(lastRevision);
    expect(changes.map((change) => change.revision)).toEqual(changes.map((_, i) => i + 1));
    expect(changes.at(-1)?.revision).toBe(draft.revision);
    if (draft.revision > 1) expect(definition).toBe(`round ${draft.revision - 1}`);
    expect(placed).toBeGreaterThanOrEqual(lastPlaced);
    expect(placed).toBeLessThan(draft.revision);
    expect(versions.length).toBeGreaterThanOrEqual(lastVersion);
    expect(events.map((event) => Number(event.seq))).toEqual(events.map((_, i) => i + 1));
    expect(Number(workspace.eventSeq)).toBe(events.length);
    const told = events.filter((event) => event.kind === 'draft-saved').length;
    expect(told).toBe(draft.revision - 1);
    const published = events.filter(({ kind, subject }) => kind === 'version-published' && isOfRetention(subject));
    expect(published).toHaveLength(versions.length);
  }
});

const Pushed = z.object({ asked: z.number(), withdrawn: z.number() });
const AskTold = z.object({ lines: z.number() });

/** What was sent and decided, and whether the store tells it whole and once. */
async function negotiated() {
  const { db } = story.database;
  const events = await db.event.findMany({ orderBy: { seq: 'asc' } });
  const pushes = await db.push.findMany({ select: { id: true, versionId: true } });
  const decisions = await db.decision.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  const rows = await db.requirement.findMany({ where: { consumerKey: 'cdp-retention' } });
  const { eventSeq } = await db.workspace.findFirstOrThrow();
  const linesAfter = (at: number, kind: string) => {
    const { at: moment } = events[at] ?? { at: null };
    return events
      .filter((event) => event.kind === kind && event.at.getTime() === moment?.getTime())
      .reduce((sum, event) => sum + AskTold.parse(event.subject).lines, 0);
  };
  const halfPushes = events.flatMap((event, at) => {
    if (event.kind !== 'pushed-upstream') return [];
    const { asked, withdrawn } = Pushed.parse(event.subject);
    const isWhole = linesAfter(at, 'ask-proposed') === asked && linesAfter(at, 'ask-withdrawn') === withdrawn;
    return isWhole ? [] : [event.seq];
  });
  return { events, pushes, decisions, rows, eventSeq, halfPushes };
}

const DECIDED = new Set(['ask-countered', 'ask-answered', 'ask-agreed', 'ask-implemented']);

test(`no half push, and no lost or doubled event, over ${STEPS} sends and decisions killed in between`, {
  timeout: 1_200_000 + STEPS * 10_000,
}, async () => {
  const before = await negotiated();
  const told = { pushes: new Set<string>(), decisions: new Set<string>() };
  for (let kill = 0; told.pushes.size + told.decisions.size < STEPS; kill++) {
    const lines = await writeUntilKilled(2 + (kill % 9), (kill * 29) % 400, negotiation);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const [what = '', id = ''] = line.split(' ');
      (what === 'sent' ? told.pushes : told.decisions).add(id);
    }
    const { events, pushes, decisions, rows, eventSeq, halfPushes } = await negotiated();
    expect(events.map((event) => Number(event.seq))).toEqual(events.map((_, i) => i + 1));
    expect(Number(eventSeq)).toBe(events.length);
    expect(halfPushes).toEqual([]);
    // Each version sent is one push; what an agreement leads to is planned for the version that stands.
    const sent = new Set(pushes.map(({ versionId }) => versionId));
    expect(events.filter((event) => event.kind === 'pushed-upstream')).toHaveLength(sent.size);
    const replanned = events.filter((event) => event.kind === 'consumer-replanned');
    expect(replanned.length).toBeLessThanOrEqual(pushes.length - sent.size);
    expect(pushes.length - sent.size).toBeLessThanOrEqual(events.filter(({ kind }) => kind === 'ask-agreed').length);
    expect(events.filter((event) => DECIDED.has(event.kind))).toHaveLength(decisions.length);
    const known = { pushes: new Set(pushes.map(({ id }) => id)), decisions: new Set(decisions.map(({ id }) => id)) };
    expect([...told.pushes].filter((id) => !known.pushes.has(id))).toEqual([]);
    expect([...told.decisions].filter((id) => !known.decisions.has(id))).toEqual([]);
    // Every row stands where its last decision since its last push left it.
    for (const row of rows) {
      const last = decisions.filter((one) => one.requirementId === row.id).at(-1);
      const after = z.object({ state: z.string(), fingerprint: z.string() }).safeParse(last?.after).data;
      if (after?.fingerprint === row.fingerprint && row.state !== 'covered') expect(row.state).toBe(after.state);
    }
  }
  expect((await negotiated()).pushes.length).toBeGreaterThan(before.pushes.length);
});

/** What was published and brought in, as the two writers count it, and as the store's own rows do. */
async function broughtIn() {
  const { db } = story.database;
  const products = await db.product.findMany({ orderBy: { order: 'asc' }, select: { description: true } });
  const product = await db.product.findFirstOrThrow({ where: { key: 'agg-customer-360' } });
  const versions = await db.modelVersion.findMany({
    where: { productId: product.id },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, document: true },
  });
  const changes = await db.draftChange.findMany({ where: { productId: product.id }, orderBy: { revision: 'asc' } });
  const events = await db.event.findMany({ orderBy: { seq: 'asc' }, select: { seq: true, kind: true, subject: true } });
  const { eventSeq } = await db.workspace.findFirstOrThrow();
  const ofProduct = ({ subject }: { subject: unknown }) => Subject.safeParse(subject).data?.product === product.key;
  return {
    descriptions: [products.at(0)?.description, products.at(-1)?.description],
    versions,
    isNewestPublished: versions.at(-1)?.id === product.publishedVersionId,
    changes,
    events,
    eventSeq,
    imported: events.filter(({ kind }) => kind === 'workspace-imported').length,
    published: events.filter((event) => event.kind === 'version-published' && ofProduct(event)).length,
  };
}

test(`a workspace is brought in and a model published whole or not at all, and once (${LOADS} kills)`, {
  timeout: 600_000 + LOADS * 10_000,
}, async () => {
  const before = await broughtIn();
  for (let kill = 0; kill < LOADS; kill++) {
    const lines = await writeUntilKilled(1 + (kill % 4), (kill * 37) % 500, bringing);
    const told = (what: string) =>
      Math.max(0, ...lines.flatMap((line) => (line.startsWith(what) ? Number(line.split(' ')[1]) : [])));
    const { descriptions, versions, isNewestPublished, changes, events, eventSeq, imported, published } =
      await broughtIn();
    expect(lines.length).toBeGreaterThan(0);
    expect(events.map((event) => Number(event.seq))).toEqual(events.map((_, i) => i + 1));
    expect(Number(eventSeq)).toBe(events.length);
    const loads = imported - before.imported;
    expect(loads).toBeGreaterThanOrEqual(told('imported'));
    if (loads > 0) expect(descriptions).toEqual([`load ${loads}`, `load ${loads}`]);
    expect(versions.map(({ number }) => number)).toEqual(versions.map((_, i) => i + 1));
    expect(versions.length).toBeGreaterThanOrEqual(told('published'));
    expect(published - before.published).toBe(versions.length - before.versions.length);
    expect(isNewestPublished).toBe(true);
    const newest = versions.at(-1);
    if (newest && newest.number > before.versions.length)
      expect(JSON.stringify(newest.document)).toContain(`"version ${newest.number}"`);
    expect(changes.map((change) => change.revision)).toEqual(changes.map((_, i) => i + 1));
  }
});
