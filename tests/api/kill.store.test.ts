import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { Story } from './story';

const KILLS = Number(process.env.HEADWATER_KILLS ?? 12);
let story: Story;
let folder: string;
let program: string;
beforeAll(async () => {
  story = await Story.begin();
  folder = mkdtempSync(path.resolve('node_modules/.cache', 'kill-'));
  program = path.join(folder, 'write-until-killed.mjs');
  await build({
    entryPoints: ['tests/api/write-until-killed.ts'],
    outfile: program,
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
async function writeUntilKilled(lines: number, afterMs: number): Promise<string[]> {
  const writer = spawn(process.execPath, [program], {
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
  return { draft, definition: Body.parse(record.body).definition, changes, versions, events, workspace };
}

test(`an acknowledged save outlives kill -9, and no save is half there (${KILLS} kills)`, {
  timeout: 600_000,
}, async () => {
  for (let kill = 0; kill < KILLS; kill++) {
    const lines = await writeUntilKilled(3 + (kill % 7), (kill * 13) % 60);
    const saves = lines.flatMap((line) => /^saved (\d+) round (\d+)$/.exec(line)?.slice(1).map(Number) ?? []);
    const [lastRevision = 0] = saves.slice(-2);
    const lastVersion = Math.max(0, ...lines.flatMap((line) => Number(/^sent (\d+)$/.exec(line)?.[1] ?? 0)));
    const { draft, definition, changes, versions, events, workspace } = await kept();

    expect(draft.revision).toBeGreaterThanOrEqual(lastRevision);
    expect(changes.map((change) => change.revision)).toEqual(changes.map((_, i) => i + 1));
    expect(changes.at(-1)?.revision).toBe(draft.revision);
    if (draft.revision > 1) expect(definition).toBe(`round ${draft.revision - 1}`);
    expect(versions.length).toBeGreaterThanOrEqual(lastVersion);
    expect(events.map((event) => Number(event.seq))).toEqual(events.map((_, i) => i + 1));
    expect(Number(workspace.eventSeq)).toBe(events.length);
    const told = events.filter((event) => event.kind === 'draft-saved').length;
    expect(told).toBe(draft.revision - 1);
    const published = events.filter((event) => event.kind === 'version-published').length;
    expect(published).toBe(versions.length - 1);
  }
});
