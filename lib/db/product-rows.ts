import { z } from 'zod';
import { Alignment } from '@/lib/catalog/snapshot';
import { ModelDocument } from '@/lib/model/records';
import type { StoredProduct, StoredVersion } from '@/lib/services/store';
import type { Transaction } from './db';
import { Prisma } from './generated/client';

const VERSION = {
  id: true,
  number: true,
  fingerprint: true,
  reason: true,
  createdAt: true,
  createdById: true,
} as const;

const Rows = z.array(
  z.object({
    id: z.string(),
    key: z.string(),
    alignment: Alignment,
    owner: z.string().nullable(),
    useCaseOwner: z.string().nullable(),
    rowVersion: z.number(),
    hasDraft: z.boolean(),
    versionId: z.string().nullable(),
    number: z.number().nullable(),
    fingerprint: z.string().nullable(),
    reason: z.string().nullable(),
    at: z.date().nullable(),
    byId: z.string().nullable(),
  }),
);

export async function readProducts(
  tx: Transaction,
  workspaceId: string,
  keys?: readonly string[],
): Promise<StoredProduct[]> {
  const all = Prisma.sql`p."workspaceId" = ${workspaceId}`;
  return query(tx, keys === undefined ? all : Prisma.sql`${all} AND p.key = ANY(${[...keys]})`);
}

export async function readProductByKey(
  tx: Transaction,
  workspaceId: string,
  key: string,
): Promise<StoredProduct | null> {
  const [row = null] = await query(tx, Prisma.sql`p."workspaceId" = ${workspaceId} AND p.key = ${key}`);
  return row;
}

/** One query over three tables: lists of thousands of products are read on every page. */
async function query(tx: Transaction, where: Prisma.Sql): Promise<StoredProduct[]> {
  const rows = await tx.$queryRaw`
    SELECT p.id, p.key, p.alignment, p."ownerTeamKey" AS owner, p."useCase"->>'owner' AS "useCaseOwner",
      p.version AS "rowVersion", coalesce(d.revision <> d."baseRevision", false) AS "hasDraft",
      v.id AS "versionId", v.number, v.fingerprint, v.reason, v."createdAt" AS at, v."createdById" AS "byId"
    FROM product p
    LEFT JOIN model_version v ON v."workspaceId" = p."workspaceId" AND v.id = p."publishedVersionId"
    LEFT JOIN draft d ON d."workspaceId" = p."workspaceId" AND d."productId" = p.id
    WHERE ${where} ORDER BY p."order"`;
  return Rows.parse(rows).map(({ versionId, number, fingerprint, reason, at, byId, ...product }) => {
    const isPublished = versionId !== null && number !== null && fingerprint !== null && reason !== null && at !== null;
    return { ...product, published: isPublished ? { id: versionId, number, fingerprint, reason, at, byId } : null };
  });
}

export async function readVersions(tx: Transaction, workspaceId: string, productId: string): Promise<StoredVersion[]> {
  const rows = await tx.modelVersion.findMany({
    where: { workspaceId, productId },
    orderBy: { number: 'desc' },
    select: VERSION,
  });
  return rows.map(({ createdAt, createdById, ...version }) => ({ ...version, at: createdAt, byId: createdById }));
}

export async function readVersion(tx: Transaction, workspaceId: string, productId: string, number: number) {
  const row = await tx.modelVersion.findUnique({
    where: { workspaceId_productId_number: { workspaceId, productId, number } },
    select: { ...VERSION, document: true },
  });
  if (!row) return null;
  const { createdAt, createdById, document, ...version } = row;
  return { ...version, document: ModelDocument.parse(document), at: createdAt, byId: createdById };
}
