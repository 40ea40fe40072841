import type { StoredProduct, StoredVersion } from '@/lib/services/store';
import type { Transaction } from './db';

const VERSION = {
  select: { id: true, number: true, fingerprint: true, reason: true, createdAt: true, createdById: true },
} as const;
const PRODUCT = {
  id: true,
  key: true,
  version: true,
  publishedVersion: VERSION,
} as const;
const DRAFT = { productId: true, revision: true, baseRevision: true } as const;

export async function readProducts(tx: Transaction, workspaceId: string): Promise<StoredProduct[]> {
  const rows = await tx.product.findMany({ where: { workspaceId }, orderBy: { order: 'asc' }, select: PRODUCT });
  const drafts = await tx.draft.findMany({ where: { workspaceId }, select: DRAFT });
  const draftOf = new Map(drafts.map((draft) => [draft.productId, draft]));
  return rows.map((row) => readProduct(row, draftOf.get(row.id) ?? null));
}

export async function readProductByKey(
  tx: Transaction,
  workspaceId: string,
  key: string,
): Promise<StoredProduct | null> {
  const row = await tx.product.findUnique({ where: { workspaceId_key: { workspaceId, key } }, select: PRODUCT });
  if (!row) return null;
  const where = { workspaceId_productId: { workspaceId, productId: row.id } };
  return readProduct(row, await tx.draft.findUnique({ where, select: DRAFT }));
}

export async function readVersions(tx: Transaction, workspaceId: string, productId: string): Promise<StoredVersion[]> {
  const rows = await tx.modelVersion.findMany({
    where: { workspaceId, productId },
    orderBy: { number: 'desc' },
    select: VERSION.select,
  });
  return rows.map(readVersion);
}

type VersionRow = Omit<StoredVersion, 'at' | 'byId'> & { createdAt: Date; createdById: string | null };
type ProductRow = {
  id: string;
  key: string;
  version: number;
  publishedVersion: VersionRow | null;
};
type DraftRow = { revision: number; baseRevision: number };

function readProduct({ id, key, version, publishedVersion }: ProductRow, draft: DraftRow | null): StoredProduct {
  return {
    id,
    key,
    rowVersion: version,
    published: publishedVersion && readVersion(publishedVersion),
    hasDraft: draft !== null && draft.revision !== draft.baseRevision,
  };
}

function readVersion({ createdAt, createdById, ...version }: VersionRow): StoredVersion {
  return { ...version, at: createdAt, byId: createdById };
}
