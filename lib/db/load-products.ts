import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { Alignment, Build, Port, type Product, ProductStatus, Promises, UseCase } from '@/lib/catalog/snapshot';
import { EMPTY_MODEL, ModelDocument } from '@/lib/model/records';
import type { Transaction } from './db';

type ProductRead = { writtenBy: string; product: Product; versionId: string | null };
/** By id: what the row was read as, and the transaction that had written it, which the store notes by itself. */
export type ProductsRead = ReadonlyMap<string, ProductRead>;

/** So many products are parsed before others are let through. */
const PRODUCTS_AT_ONCE = 100;

type ProductRow = Awaited<ReturnType<Transaction['product']['findMany']>>[number];

const Heads = z.array(z.object({ id: z.string(), writtenBy: z.string() }));

/** All products as they are written; only those that are not known as they are now are read. */
export async function loadProducts(tx: Transaction, workspaceId: string, known: ProductsRead): Promise<ProductsRead> {
  const heads = Heads.parse(
    await tx.$queryRaw`
      SELECT id, xmin::text AS "writtenBy" FROM product WHERE "workspaceId" = ${workspaceId} ORDER BY "order"`,
  );
  const unknown = heads.filter(({ id, writtenBy }) => known.get(id)?.writtenBy !== writtenBy);
  const read = new Map<string, ProductRead>();
  for (let from = 0; from < unknown.length; from += PRODUCTS_AT_ONCE) {
    const some = new Map(unknown.slice(from, from + PRODUCTS_AT_ONCE).map(({ id, writtenBy }) => [id, writtenBy]));
    const rows = await tx.product.findMany({ where: { workspaceId, id: { in: [...some.keys()] } } });
    const models = await loadModels(tx, workspaceId, rows, known);
    for (const row of rows) {
      const { id, publishedVersionId: versionId } = row;
      read.set(id, {
        writtenBy: some.get(id) ?? '',
        versionId,
        product: readProduct(row, models.get(id) ?? EMPTY_MODEL),
      });
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

/** The published models of some products, by product; a version is immutable, so one that is known is not read again. */
async function loadModels(
  tx: Transaction,
  workspaceId: string,
  rows: readonly ProductRow[],
  known: ProductsRead,
): Promise<Map<string, ModelDocument>> {
  const models = new Map<string, ModelDocument>();
  const wanted: string[] = [];
  for (const { id, publishedVersionId } of rows) {
    const before = known.get(id);
    if (publishedVersionId === null) continue;
    if (before?.versionId === publishedVersionId) models.set(id, before.product.model);
    else wanted.push(publishedVersionId);
  }
  const versions = await tx.modelVersion.findMany({
    where: { workspaceId, id: { in: wanted } },
    select: { productId: true, document: true },
  });
  for (const { productId, document } of versions) models.set(productId, ModelDocument.parse(document));
  return models;
}

function readProduct(row: ProductRow, model: ModelDocument): Product {
  return {
    key: row.key,
    name: row.name,
    alignment: Alignment.parse(row.alignment),
    domain: row.domainKey,
    owner: row.ownerTeamKey,
    description: row.description,
    layer: row.layer,
    status: ProductStatus.parse(row.status),
    build: Build.parse(row.build),
    promises: Promises.parse(row.promises),
    ports: z.array(Port).parse(row.ports),
    useCase: UseCase.nullable().parse(row.useCase),
    goodFor: row.goodFor,
    notFor: row.notFor,
    model,
  };
}
