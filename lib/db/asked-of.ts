import { z } from 'zod';
import { groupBy } from '@/lib/base/group-by';
import type { AskedOf, RequirementHead } from '@/lib/services/store';
import type { Database, Transaction } from './db';
import { keptUntilNews } from './kept-until-news';
import { readRequirementHeads } from './requirement-rows';

/**
 * What is asked of each product, kept in memory: whoever answers for fifty of them is asked thousands of things, and
 * hardly any of them change between two looks at the inbox. As with what one consumer asks, the store says which version of
 * which row there is, whenever there is news.
 */
type Kept = { stamp: string; rows: readonly RequirementHead[] };
const held = globalThis as typeof globalThis & { headwaterAskedOf?: Map<string, Kept> };

/** Of all products together; which was looked at longest ago goes first, but never one that is looked at now. */
const ROWS_KEPT_MAX = 100_000;
/** About so many are read before others are let through. */
const ROWS_AT_ONCE = 2_000;

const Stamps = z.array(z.object({ product: z.string(), stamp: z.string(), count: z.number() }));

const readStamps = keptUntilNews(
  async (db, workspaceId, products: readonly string[]) =>
    Stamps.parse(
      await db.$queryRaw`
        SELECT "productKey" AS product, count(*)::int AS count,
          count(*) || ' ' || sum(hashtextextended(id || ' ' || xmin::text, 0)) AS stamp
        FROM requirement WHERE "workspaceId" = ${workspaceId} AND "productKey" = ANY(${[...products]})
        GROUP BY 1 ORDER BY 1`,
    ),
  { weigh: ({ length }) => length, max: 50_000 },
);

export async function readAskedOf(db: Database, workspaceId: string, products: readonly string[]): Promise<AskedOf> {
  const stamps = await readStamps(db, workspaceId, products);
  held.headwaterAskedOf ??= new Map();
  const kept = held.headwaterAskedOf;
  const nameOf = (product: string) => `${workspaceId} ${product}`;
  const isKnown = ({ product, stamp }: { product: string; stamp: string }) =>
    kept.get(nameOf(product))?.stamp === stamp;
  const read = new Map<string, readonly RequirementHead[]>();
  for (const slice of slicesOf(stamps.filter((one) => !isKnown(one)))) {
    const rows = await readRequirementHeads(db, workspaceId, { products: slice.map(({ product }) => product) });
    for (const [product, list] of groupBy(rows, (row) => row.product)) read.set(product, list);
  }
  const found: AskedOf = new Map(
    stamps.map(({ product }) => [product, read.get(product) ?? kept.get(nameOf(product))?.rows ?? []]),
  );
  for (const { product, stamp } of stamps) {
    const rows = found.get(product) ?? [];
    kept.delete(nameOf(product));
    // Rows read after their stamp may be newer than it says, and are then read again the next time.
    kept.set(nameOf(product), { stamp, rows });
  }
  let count = 0;
  for (const [name, { rows }] of [...kept].reverse()) {
    count += rows.length;
    if (count > ROWS_KEPT_MAX && !found.has(name.slice(workspaceId.length + 1))) kept.delete(name);
  }
  return found;
}

/** The same inside a write, read anew. */
export async function readAskedOfWithin(
  tx: Transaction,
  workspaceId: string,
  products: readonly string[],
): Promise<AskedOf> {
  return groupBy(await readRequirementHeads(tx, workspaceId, { products: [...products] }), (row) => row.product);
}

function slicesOf<T extends { count: number }>(stamps: readonly T[]): T[][] {
  const slices: T[][] = [];
  let room = 0;
  for (const one of stamps) {
    if (room < one.count || slices.length === 0) {
      slices.push([]);
      room = ROWS_AT_ONCE;
    }
    slices.at(-1)?.push(one);
    room -= one.count;
  }
  return slices;
}
