import { z } from 'zod';
import type { StoredRequirement } from '@/lib/services/store';
import type { Database, Transaction } from './db';
import { readRequirements } from './requirement-rows';

/**
 * What one consumer has asked, kept in memory: every pause in drawing compares hundreds of requirements with their reasons,
 * and hardly any of them change meanwhile. The store is asked each time which version of which row there is, by the number
 * of the transaction that wrote it: so nothing a writer must remember to tell.
 */
type Kept = { stamp: string; rows: StoredRequirement[] };
const held = globalThis as typeof globalThis & { headwaterAskedBy?: Map<string, Kept> };

/** Of all consumers together; who was asked about longest ago goes first, but never the newest. */
const ROWS_KEPT_MAX = 20_000;

const Stamp = z.tuple([z.object({ stamp: z.string() })]);

export async function readAskedBy(db: Database, workspaceId: string, consumer: string): Promise<StoredRequirement[]> {
  const stamp = await readAskedMark(db, workspaceId, consumer);
  held.headwaterAskedBy ??= new Map();
  const kept = held.headwaterAskedBy;
  const name = `${workspaceId} ${consumer}`;
  const known = kept.get(name);
  // Rows read after their stamp may be newer than it says, and are then read again the next time.
  const rows = known?.stamp === stamp ? known.rows : await readRequirements(db, workspaceId, { consumer });
  kept.delete(name);
  kept.set(name, { stamp, rows });
  let count = 0;
  for (const [other, { rows }] of [...kept].reverse()) {
    count += rows.length;
    if (count > ROWS_KEPT_MAX && other !== name) kept.delete(other);
  }
  return rows;
}

/** Which version there is of which row. */
export async function readAskedMark(tx: Transaction, workspaceId: string, consumer: string): Promise<string> {
  const [{ stamp }] = Stamp.parse(
    await tx.$queryRaw`
      SELECT coalesce(md5(string_agg(id || ' ' || xmin::text, ',' ORDER BY id)), '') AS stamp
      FROM requirement WHERE "workspaceId" = ${workspaceId} AND "consumerKey" = ${consumer}`,
  );
  return stamp;
}
