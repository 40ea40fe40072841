import { z } from 'zod';
import type { Layout, LayoutPatch } from '@/lib/model/layout';
import { ModelRecord, RecordId } from '@/lib/model/records';
import type { DraftToKeep, StoredDraftChange } from '@/lib/services/store';
import type { Transaction } from './db';
import { readLayout } from './read-layout';

const DraftDiff = z.strictObject({ put: z.array(ModelRecord), remove: z.array(RecordId) });
const Drawn = z.array(z.object({ recordId: RecordId }));
const ROWS_AT_ONCE = 5_000;

export async function readLayouts(tx: Transaction, workspaceId: string) {
  const rows = await tx.draft.findMany({
    where: { workspaceId },
    select: { layout: true, product: { select: { key: true } } },
    orderBy: { product: { order: 'asc' } },
  });
  return rows
    .map(({ layout, product }) => ({ product: product.key, layout: readLayout(layout) }))
    .filter(({ layout }) => Object.keys(layout.positions).length > 0);
}

export async function readDraftLayout(tx: Transaction, workspaceId: string, productId: string): Promise<Layout> {
  const row = await tx.draft.findUnique({
    where: { workspaceId_productId: { workspaceId, productId } },
    select: { layout: true },
  });
  return readLayout(row?.layout);
}

export async function readDraftRevision(tx: Transaction, workspaceId: string, productId: string): Promise<number> {
  const row = await tx.draft.findUnique({
    where: { workspaceId_productId: { workspaceId, productId } },
    select: { revision: true },
  });
  return row?.revision ?? 0;
}

export async function readDraftChangesSince(
  tx: Transaction,
  workspaceId: string,
  productId: string,
  revision: number,
): Promise<StoredDraftChange[]> {
  const rows = await tx.draftChange.findMany({
    where: { workspaceId, productId, revision: { gt: revision } },
    orderBy: { revision: 'asc' },
  });
  return rows.map((row) => ({
    ...DraftDiff.parse(row.diff),
    revision: row.revision,
    byId: row.actorId,
    at: row.at,
  }));
}

/** Adds accepted saves: the draft's row, the records as they are now, and the line in its history. */
export async function keepDrafts(tx: Transaction, workspaceId: string, drafts: readonly DraftToKeep[]): Promise<void> {
  await keepDraftHeads(tx, workspaceId, drafts);
  const removed = drafts.flatMap(({ productId, remove }) => remove.map((recordId) => ({ productId, recordId })));
  for (const rows of slices(removed)) {
    await tx.$executeRaw`
      DELETE FROM draft_record r
      USING jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS gone("productId" text, "recordId" text)
      WHERE r."workspaceId" = ${workspaceId} AND r."productId" = gone."productId" AND r."recordId" = gone."recordId"`;
  }
  const put = drafts.flatMap((draft) =>
    draft.put.map((record) => ({
      productId: draft.productId,
      recordId: record.id,
      kind: record.kind,
      body: record,
      revision: draft.revision,
    })),
  );
  for (const rows of slices(put)) {
    await tx.$executeRaw`
      INSERT INTO draft_record ("workspaceId", "productId", "recordId", kind, body, revision)
      SELECT ${workspaceId}, put."productId", put."recordId", put.kind, put.body, put.revision
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS put("productId" text, "recordId" text, kind text, body jsonb, revision int)
      ON CONFLICT ("workspaceId", "productId", "recordId")
      DO UPDATE SET kind = EXCLUDED.kind, body = EXCLUDED.body, revision = EXCLUDED.revision`;
  }
}

async function keepDraftHeads(tx: Transaction, workspaceId: string, drafts: readonly DraftToKeep[]): Promise<void> {
  const heads = drafts.map(({ productId, revision, put, remove, byId, at }) => ({
    productId,
    revision,
    diff: { put, remove },
    byId,
    at: at.toISOString(),
  }));
  for (const rows of slices(heads)) {
    const text = JSON.stringify(rows);
    await tx.$executeRaw`
      INSERT INTO draft ("workspaceId", "productId", revision, "updatedAt", "updatedBy")
      SELECT ${workspaceId}, head."productId", head.revision, head.at, head."byId"
      FROM jsonb_to_recordset(${text}::jsonb)
        AS head("productId" text, revision int, at timestamptz, "byId" text)
      ON CONFLICT ("workspaceId", "productId")
      DO UPDATE SET revision = EXCLUDED.revision, "updatedAt" = EXCLUDED."updatedAt", "updatedBy" = EXCLUDED."updatedBy"`;
    await tx.$executeRaw`
      INSERT INTO draft_change ("workspaceId", "productId", revision, "actorId", diff, at)
      SELECT ${workspaceId}, head."productId", head.revision, head."byId", head.diff, head.at
      FROM jsonb_to_recordset(${text}::jsonb)
        AS head("productId" text, revision int, "byId" text, diff jsonb, at timestamptz)`;
  }
}

/**
 * The positions named are taken over, the others stay while their records do, and so do areas that are not named and
 * lists that are not sent: the last writer wins.
 */
export async function keepLayout(
  tx: Transaction,
  workspaceId: string,
  productId: string,
  layout: LayoutPatch,
): Promise<void> {
  const row = await tx.draft.findUnique({
    where: { workspaceId_productId: { workspaceId, productId } },
    select: { layout: true },
  });
  // What was drawn and undone before it was ever saved leaves nothing that could stand anywhere.
  if (row === null) return;
  const before = readLayout(row.layout);
  const placed = Object.keys(before.positions);
  const rows = await tx.$queryRaw`
    SELECT "recordId" FROM draft_record
    WHERE "workspaceId" = ${workspaceId} AND "productId" = ${productId} AND "recordId" = ANY(${placed})`;
  const drawn = new Set(Drawn.parse(rows).map(({ recordId }) => recordId));
  const standing = Object.entries(before.positions).filter(([id]) => drawn.has(id));
  await tx.draft.update({
    where: { workspaceId_productId: { workspaceId, productId } },
    data: {
      layout: {
        ...before,
        ...layout,
        positions: { ...Object.fromEntries(standing), ...layout.positions },
        areas: areasAfter(before, layout),
      },
      layoutRevision: { increment: 1 },
    },
  });
}

function areasAfter({ areas: before = {} }: Layout, { areas: named = {} }: LayoutPatch): Layout['areas'] {
  const after = Object.entries({ ...before, ...named });
  return Object.fromEntries(after.flatMap(([id, area]) => (area === null ? [] : [[id, area]])));
}

function* slices<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) yield rows.slice(from, from + ROWS_AT_ONCE);
}
