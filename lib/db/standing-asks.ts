import { z } from 'zod';
import { groupBy } from '@/lib/base/group-by';
import { RequirementState } from '@/lib/reviews/state';
import type { StandingAsk } from '@/lib/services/store';
import type { Database, Transaction } from './db';
import { readLastEvent } from './event-rows';
import { Prisma } from './generated/client';

/**
 * What is asked of every product, kept in memory. Hundreds of thousands of requirements are counted once; from then on the
 * events say which asks to look at again, because no requirement comes, goes or changes its state without one in the same
 * transaction that names its consumer and its product.
 */
type Standing = ReadonlyMap<string, readonly StandingAsk[]>;
type Kept = { seq: number; standing: Standing };
const held = globalThis as typeof globalThis & {
  headwaterStanding?: Map<string, Kept>;
  headwaterStandingRead?: Map<string, Promise<Standing>>;
};

/** Further behind than this, or with more products touched, everything is counted again. */
const EVENTS_FOLLOWED_MAX = 5_000;
const TOUCHED_MAX = 300;

export async function readStandingAsks(db: Database, workspaceId: string): Promise<Standing> {
  const last = await readLastEvent(db, workspaceId);
  const known = held.headwaterStanding?.get(workspaceId);
  if (known && known.seq === last) return known.standing;
  held.headwaterStandingRead ??= new Map();
  const reading = held.headwaterStandingRead;
  const name = `${workspaceId} ${last}`;
  const read = reading.get(name) ?? readAnew(db, workspaceId, last).finally(() => void reading.delete(name));
  reading.set(name, read);
  return read;
}

async function readAnew(db: Database, workspaceId: string, last: number): Promise<Standing> {
  const known = held.headwaterStanding?.get(workspaceId) ?? null;
  const touched = known && (await readTouched(db, workspaceId, known.seq, last));
  const standing =
    known && touched ? await mend(db, workspaceId, known.standing, touched) : await countAll(db, workspaceId);
  held.headwaterStanding ??= new Map();
  const newest = held.headwaterStanding.get(workspaceId);
  if (!newest || newest === known || newest.seq < last)
    held.headwaterStanding.set(workspaceId, { seq: last, standing });
  return standing;
}

const Touched = z.array(z.object({ kind: z.string(), key: z.string().nullable() }));

/** The products the events between two numbers tell of; null when it may be any. */
async function readTouched(db: Database, workspaceId: string, from: number, to: number): Promise<string[] | null> {
  if (to < from || to - from > EVENTS_FOLLOWED_MAX) return null;
  const rows = Touched.parse(
    await db.$queryRaw`
      SELECT DISTINCT kind, key FROM event LEFT JOIN LATERAL unnest("productKeys") AS key ON true
      WHERE "workspaceId" = ${workspaceId} AND seq > ${from} AND seq <= ${to} AND kind <> 'draft-saved'`,
  );
  const keys = [...new Set(rows.flatMap(({ key }) => key ?? []))];
  return keys.length > TOUCHED_MAX || rows.some(({ kind }) => kind === 'workspace-imported') ? null : keys;
}

async function mend(
  db: Database,
  workspaceId: string,
  before: Standing,
  touched: readonly string[],
): Promise<Standing> {
  if (touched.length === 0) return before;
  const isTouched = new Set(touched);
  const keys = [...touched];
  const counted = await count(
    db,
    workspaceId,
    Prisma.sql`AND ("productKey" = ANY(${keys}) OR "consumerKey" = ANY(${keys}))`,
  );
  const anew = groupBy(counted, ({ product }) => product);
  const mended = new Map(before);
  for (const [product, asks] of before) {
    const left = asks.filter(({ consumer }) => !isTouched.has(consumer) && !isTouched.has(product));
    if (left.length < asks.length) mended.set(product, left);
  }
  for (const [product, asks] of anew) mended.set(product, [...(mended.get(product) ?? []), ...asks]);
  return mended;
}

async function countAll(db: Database, workspaceId: string): Promise<Standing> {
  return groupBy(await count(db, workspaceId, Prisma.empty), ({ product }) => product);
}

const Asks = z.array(
  z.object({ consumer: z.string(), product: z.string(), entity: z.string(), state: RequirementState }),
);

async function count(tx: Transaction, workspaceId: string, where: Prisma.Sql): Promise<StandingAsk[]> {
  const rows = await tx.$queryRaw`
    SELECT "consumerKey" AS consumer, "productKey" AS product, split_part(target, '.', 1) AS entity, state
    FROM requirement WHERE "workspaceId" = ${workspaceId} AND state <> 'withdrawn' ${where}
    GROUP BY 1, 2, 3, 4`;
  return Asks.parse(rows).map((row) => ({ ...row, entity: row.entity === '' ? null : row.entity }));
}

/** The same inside a write, counted anew. */
export async function countStandingAsks(tx: Transaction, workspaceId: string): Promise<Standing> {
  return groupBy(await count(tx, workspaceId, Prisma.empty), ({ product }) => product);
}
