import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '@/tests/database';
import { appendEvents } from './append-events';
import { eraseWorkspace } from './erase-workspace';

const now = new Date('2026-11-22T09:00:00.123Z');
const workspaceId = 'w1';
let store: TestDatabase;

beforeAll(async () => {
  store = await testDatabase();
  const { db } = store;
  await db.workspace.create({ data: { id: workspaceId, key: 'casa-verde', name: 'Casa Verde' } });
  await db.contract.create({
    data: { workspaceId, consumerKey: 'cdp-retention', productKey: 'src-orders', version: '1.0.0' },
  });
  await db.product.create({
    data: { id: 'p1', workspaceId, key: 'src-orders', name: 'Orders', alignment: 'source' },
  });
  await db.modelVersion.create({
    data: { id: 'v1', workspaceId, productId: 'p1', number: 1, document: { records: {} }, fingerprint: 'f' },
  });
  await db.product.update({
    where: { workspaceId_id: { workspaceId, id: 'p1' } },
    data: { publishedVersionId: 'v1', status: 'published' },
  });
  await db.draft.create({
    data: { workspaceId, productId: 'p1', changes: { create: { revision: 1, diff: {}, actorId: 'ana' } } },
  });
  await db.push.create({
    data: {
      id: 'push1',
      workspaceId,
      productId: 'p1',
      versionId: 'v1',
      plan: {},
      summary: {},
    },
  });
  await db.requirement.create({ data: { id: 'r1', ...aRequirement() } });
  await db.decision.create({
    data: { workspaceId, requirementId: 'r1', askKey: 'a', action: 'accept', byId: 'ana' },
  });
  await db.$transaction((tx) => appendEvents(tx, workspaceId, [{ kind: 'noted', actorId: 'ana', subject: {} }], now));
});

afterAll(() => store.drop());

function aRequirement() {
  return {
    workspaceId,
    consumerKey: 'cdp-retention',
    productKey: 'src-orders',
    kind: 'freshness',
    verdict: 'tighten',
    state: 'proposed',
    pushId: 'push1',
    sinceVersion: 1,
    fingerprint: 'f',
  };
}

const APPEND_ONLY = ['event', 'decision', 'draft_change', 'model_version'];

test.each(APPEND_ONLY)('%s refuses UPDATE, DELETE and TRUNCATE, and keeps its row', async (table) => {
  await expect(store.pool.query(`UPDATE "${table}" SET "workspaceId" = 'other'`)).rejects.toThrow('append-only');
  await expect(store.pool.query(`DELETE FROM "${table}"`)).rejects.toThrow('append-only');
  await expect(store.pool.query(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow('append-only');
  const { rows } = await store.pool.query(`SELECT count(*)::int AS n FROM "${table}"`);
  expect(rows[0].n).toBe(1);
});

test('a product that was published cannot be deleted with its history', async () => {
  const { db } = store;
  await expect(db.product.delete({ where: { workspaceId_id: { workspaceId, id: 'p1' } } })).rejects.toThrow();
  expect(await db.product.count()).toBe(1);
});

test('permission to erase does not let history be rewritten', async () => {
  const rewriting = store.db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL headwater.erase = 'on'`;
    await tx.event.updateMany({ data: { kind: 'other' } });
  });
  await expect(rewriting).rejects.toThrow('append-only');
});

test('the same need is one row, also when it has no target and no rule', async () => {
  await expect(store.db.requirement.create({ data: aRequirement() })).rejects.toMatchObject({ code: 'P2002' });
});

test('a word outside its vocabulary is refused', async () => {
  const { db } = store;
  const { id: _, ...before } = await db.requirement.findFirstOrThrow();
  const stray = { ...aRequirement(), target: before.productKey };
  await expect(db.requirement.create({ data: { ...stray, state: 'maybe' } })).rejects.toThrow(
    'requirement_state_check',
  );
  await expect(db.requirement.create({ data: { ...stray, verdict: 'fine' } })).rejects.toThrow(
    'requirement_verdict_check',
  );
});

test('an instant is stored as it was', async () => {
  const { rows } = await store.pool.query(
    `SELECT to_char("at" AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') AS at FROM event`,
  );
  expect(rows[0].at).toBe('2026-11-22 09:00:00.123');
});

test('events written at the same time are numbered without a gap, and a failed change leaves none', async () => {
  const { db } = store;
  const writers = Array.from({ length: 20 }, (_, i) =>
    db.$transaction(
      async (tx) => {
        await appendEvents(tx, workspaceId, [{ kind: 'noted', actorId: null, subject: { i } }], now);
        if (i % 4 === 0) throw new Error('the change failed');
      },
      // Twenty wait in line for four connections, on a slow machine for longer than is waited by itself.
      { maxWait: 30_000, timeout: 60_000 },
    ),
  );
  const settled = await Promise.allSettled(writers);
  expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(5);
  const events = await db.event.findMany({ where: { workspaceId }, orderBy: { seq: 'asc' } });
  expect(events.map((event) => Number(event.seq))).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
});

test('erasing a workspace takes all of it, and nothing of another', async () => {
  const { db } = store;
  await db.workspace.create({ data: { id: 'w2', key: 'other', name: 'Other' } });
  await db.$transaction((tx) => appendEvents(tx, 'w2', [{ kind: 'noted', actorId: null, subject: {} }], now));
  await db.$transaction((tx) => eraseWorkspace(tx, workspaceId));
  expect(await db.workspace.findMany({ select: { id: true } })).toEqual([{ id: 'w2' }]);
  expect(await db.modelVersion.count()).toBe(0);
  expect(await db.contract.count()).toBe(0);
  expect(await db.event.count()).toBe(1);
  await expect(store.pool.query('DELETE FROM event')).rejects.toThrow('append-only');
});
