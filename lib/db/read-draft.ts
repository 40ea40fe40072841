import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { patchModel } from '@/lib/model/diff';
import { EMPTY_MODEL, type ModelDocument, ModelRecord, RecordId } from '@/lib/model/records';
import type { StoredDraft } from '@/lib/services/store';
import type { Database, Transaction } from './db';
import { readLayout } from './read-layout';

/**
 * Drafts in memory. A draft of one revision never changes, and its history says what led from one revision to the next:
 * so a document is read and checked whole once, and from then on it costs what was saved since. Only what is committed is
 * kept; inside a write the same is worked out and forgotten, because it may still be taken back.
 */
type Head = Omit<StoredDraft, 'document'>;
type Kept = { revision: number; document: ModelDocument; size: number };

/** Of all kept drafts together; what nobody has asked for longest goes first, but never the newest. */
const RECORDS_KEPT_MAX = 400_000;
/** Further behind than this, all of it is read again. */
const SAVES_FOLLOWED_MAX = 200;
/** So many are parsed before others are let through. */
const RECORDS_AT_ONCE = 1_000;
const Saved = z.strictObject({ put: z.array(ModelRecord), remove: z.array(RecordId) });

const held = globalThis as typeof globalThis & {
  headwaterDrafts?: Map<string, Kept>;
  headwaterDraftsRead?: Map<string, Promise<StoredDraft | null>>;
};

export async function readDraft(db: Database, workspaceId: string, productKey: string): Promise<StoredDraft | null> {
  for (let isAgain = false; ; isAgain = true) {
    const head = await readHead(db, workspaceId, productKey);
    if (head === null) return null;
    const known = drafts().get(head.productId);
    // Somebody has read a later save than the one seen a moment ago. A store that went back in time is read anew.
    if (known && known.revision > head.revision && !isAgain) continue;
    const followed = known ? await follow(db, workspaceId, head, known) : null;
    return followed ? keep({ ...head, document: followed }) : readWholeOnce(db, workspaceId, productKey, head);
  }
}

/** The same inside a write. */
export async function readDraftWithin(
  tx: Transaction,
  workspaceId: string,
  productKey: string,
): Promise<StoredDraft | null> {
  const head = await readHead(tx, workspaceId, productKey);
  if (head === null) return null;
  const known = drafts().get(head.productId);
  const followed = known ? await follow(tx, workspaceId, head, known) : null;
  return { ...head, document: followed ?? (await readDocument(tx, workspaceId, head.productId)) };
}

function drafts(): Map<string, Kept> {
  held.headwaterDrafts ??= new Map();
  return held.headwaterDrafts;
}

/** Everybody who asks for one revision gets one document, so that what is kept with documents is found again. */
function keep(draft: StoredDraft): StoredDraft {
  const { productId, revision } = draft;
  const known = drafts().get(productId);
  if (known?.revision === revision) {
    // Asked for last, so it goes last.
    drafts().delete(productId);
    drafts().set(productId, known);
    return { ...draft, document: known.document };
  }
  drafts().delete(productId);
  drafts().set(productId, { revision, document: draft.document, size: Object.keys(draft.document.records).length });
  let records = 0;
  for (const [id, { size }] of [...drafts()].reverse()) {
    records += size;
    if (records > RECORDS_KEPT_MAX && id !== productId) drafts().delete(id);
  }
  return draft;
}

/** A kept document with what was saved since; null where the history does not lead from one to the other. */
async function follow(
  tx: Transaction,
  workspaceId: string,
  { productId, revision }: Head,
  known: Kept,
): Promise<ModelDocument | null> {
  const saves = revision - known.revision;
  if (saves === 0) return known.document;
  if (saves < 0 || saves > SAVES_FOLLOWED_MAX) return null;
  const rows = await tx.draftChange.findMany({
    where: { workspaceId, productId, revision: { gt: known.revision, lte: revision } },
    orderBy: { revision: 'asc' },
    select: { diff: true },
  });
  if (rows.length !== saves) return null;
  return rows.reduce((document, { diff }) => patchModel(document, Saved.parse(diff)), known.document);
}

/** Whoever saw the same revision shares one reading of it. */
function readWholeOnce(db: Database, workspaceId: string, productKey: string, head: Head): Promise<StoredDraft | null> {
  held.headwaterDraftsRead ??= new Map();
  const reading = held.headwaterDraftsRead;
  const name = `${head.productId} ${head.revision}`;
  const whole = reading.get(name) ?? readWhole(db, workspaceId, productKey).finally(() => void reading.delete(name));
  reading.set(name, whole);
  return whole;
}

/** The row and its records, of one moment. */
async function readWhole(db: Database, workspaceId: string, productKey: string): Promise<StoredDraft | null> {
  const read = await db.$transaction(
    async (tx): Promise<StoredDraft | null> => {
      const head = await readHead(tx, workspaceId, productKey);
      return head && { ...head, document: await readDocument(tx, workspaceId, head.productId) };
    },
    { isolationLevel: 'RepeatableRead', timeout: 60_000, maxWait: 30_000 },
  );
  return read && keep(read);
}

const Page = z.tuple([z.object({ bodies: z.array(z.unknown()) })]);

async function readDocument(tx: Transaction, workspaceId: string, productId: string): Promise<ModelDocument> {
  const records: [RecordId, ModelRecord][] = [];
  for (let isMore = true; isMore; ) {
    const after = records.at(-1)?.[0] ?? '';
    const [{ bodies }] = Page.parse(
      await tx.$queryRaw`
        SELECT coalesce(jsonb_agg(body), '[]') AS bodies FROM (
          SELECT body FROM draft_record
          WHERE "workspaceId" = ${workspaceId} AND "productId" = ${productId} AND "recordId" > ${after}
          ORDER BY "recordId" LIMIT ${RECORDS_AT_ONCE}) AS page`,
    );
    for (const body of bodies) {
      const record = ModelRecord.parse(body);
      records.push([record.id, record]);
    }
    isMore = bodies.length === RECORDS_AT_ONCE;
    await setImmediate();
  }
  return { ...EMPTY_MODEL, records: Object.fromEntries(records) };
}

async function readHead(tx: Transaction, workspaceId: string, productKey: string): Promise<Head | null> {
  const row = await tx.draft.findFirst({
    where: { workspaceId, product: { key: productKey } },
    select: { productId: true, revision: true, layout: true, layoutRevision: true },
  });
  return row && { ...row, layout: readLayout(row.layout) };
}
