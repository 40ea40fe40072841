import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { Product } from '@/lib/catalog/snapshot';
import { EMPTY_MODEL, ModelDocument } from '@/lib/model/records';
import type { Transaction } from './db';

type ProductRead = { writtenBy: string; product: Product; versionId: string | null };
/** By id: what the row was read as, and the transaction that had written it, which the store notes by itself. */
export type ProductsRead = ReadonlyMap<string, ProductRead>;

/** So many products are parsed before others are let through. */
const PRODUCTS_AT_ONCE = 100;

type Head = { id: string; writtenBy: string };
const Heads = z.array(z.object({ id: z.string(), writtenBy: z.string() }));

/** All products as they are written; only those that are not known as they are now are read. */
export async function loadProducts(tx: Transaction, workspaceId: string, known: ProductsRead): Promise<ProductsRead> {
  const heads = Heads.parse(
    await tx.$queryRaw`
      SELECT id, xmin::text AS "writtenBy" FROM product WHERE "workspaceId" = ${workspaceId} ORDER BY "order"`,
  );
  const read = new Map<string, ProductRead>();
  const unknown = heads.filter(({ id, writtenBy }) => known.get(id)?.writtenBy !== writtenBy);
  const pages = pagesOf(unknown);
  const fetchAt = (at: number) => fetchPage(tx, workspaceId, pages[at] ?? [], known);
  let coming = fetchAt(0);
  for (const at of pages.keys()) {
    const rows = await coming;
    // The store looks the next ones up while these are parsed.
    coming = fetchAt(at + 1);
    coming.catch(() => {});
    for (const row of rows) {
      const { id, ...one } = readProduct(row, known);
      read.set(id, one);
    }
    await setImmediate();
  }
  return new Map(
    heads.flatMap(({ id }) => {
      const one = read.get(id) ?? known.get(id);
      return one ? [[id, one]] : [];
    }),
  );
}

function pagesOf(heads: readonly Head[]): Head[][] {
  const pages: Head[][] = [];
  for (let from = 0; from < heads.length; from += PRODUCTS_AT_ONCE)
    pages.push(heads.slice(from, from + PRODUCTS_AT_ONCE));
  return pages;
}

const Row = Product.omit({ model: true, agreements: true }).extend({
  id: z.string(),
  writtenBy: z.string(),
  versionId: z.string().nullable(),
  document: z.unknown(),
});

/** Some products with their published models; a version is immutable, so one that is known is not read again. */
async function fetchPage(
  tx: Transaction,
  workspaceId: string,
  page: readonly Head[],
  known: ProductsRead,
): Promise<unknown[]> {
  if (page.length === 0) return [];
  const ids = page.map(({ id }) => id);
  const knownVersions = ids.flatMap((id) => known.get(id)?.versionId ?? []);
  return z.array(z.unknown()).parse(
    await tx.$queryRaw`
      SELECT p.id, p.xmin::text AS "writtenBy", p."publishedVersionId" AS "versionId", v.document, p.key, p.name,
        p.alignment, p."domainKey" AS domain, p."ownerTeamKey" AS owner, p.description, p.layer, p.status, p.build,
        p.promises, p.ports, p."useCase", p."goodFor", p."notFor"
      FROM product p
      LEFT JOIN model_version v ON v."workspaceId" = p."workspaceId" AND v.id = p."publishedVersionId"
        AND v.id <> ALL(${knownVersions})
      WHERE p."workspaceId" = ${workspaceId} AND p.id = ANY(${ids})`,
  );
}

function readProduct(row: unknown, known: ProductsRead): ProductRead & { id: string } {
  const { id, writtenBy, versionId, document, ...product } = Row.parse(row);
  const before = known.get(id);
  const modelOf = () => (versionId === null ? EMPTY_MODEL : ModelDocument.parse(document));
  const model = before !== undefined && before.versionId === versionId ? before.product.model : modelOf();
  return { id, writtenBy, versionId, product: { ...product, model } };
}
