import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { SourceTable, type WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { Transaction } from './db';

type Source = WorkspaceSnapshot['sources'][number];
/** By key, with a digest of the row: an inventory may be large, and few of them change. */
export type SourcesRead = ReadonlyMap<string, { digest: string; source: Source }>;

/** So many tables are parsed before others are let through. */
const TABLES_AT_ONCE = 100;
const SourceHeads = z.array(z.object({ key: z.string(), digest: z.string() }));

/** All inventories as they are written; only those that are not known as they are now are read. */
export async function loadSources(tx: Transaction, workspaceId: string, known: SourcesRead): Promise<SourcesRead> {
  const heads = SourceHeads.parse(
    await tx.$queryRaw`
      SELECT key, md5(jsonb_build_array(name, kind, tables)::text) AS digest
      FROM source WHERE "workspaceId" = ${workspaceId} ORDER BY "order"`,
  );
  const unknown = heads.filter(({ key, digest }) => known.get(key)?.digest !== digest);
  const rows = await tx.source.findMany({ where: { workspaceId, key: { in: unknown.map(({ key }) => key) } } });
  const read = new Map<string, Source>();
  for (const { key, name, kind, tables } of rows)
    read.set(key, { key, name, kind, tables: await parseInSlices(SourceTable, tables) });
  return new Map(
    heads.flatMap(({ key, digest }) => {
      const source = read.get(key) ?? known.get(key)?.source;
      return source ? [[key, { digest, source }]] : [];
    }),
  );
}

async function parseInSlices<T>(schema: z.ZodType<T>, rows: unknown): Promise<T[]> {
  const parsed: T[] = [];
  for (const row of z.array(z.unknown()).parse(rows)) {
    parsed.push(schema.parse(row));
    if (parsed.length % TABLES_AT_ONCE === 0) await setImmediate();
  }
  return parsed;
}
