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
  draft: { select: { revision: true, baseRevision: true } },
} as const;

export async function readProducts(tx: Transaction, workspaceId: string): Promise<StoredProduct[]> {
  const rows = await tx.product.findMany({ where: { workspaceId }, orderBy: { order: 'asc' }, select: PRODUCT });
  return rows.map(readProduct);
}

export async function readProductByKey(
  tx: Transaction,
  workspaceId: string,
  key: string,
): Promise<StoredProduct | null> {
  const row = await tx.product.findUnique({ where: { workspaceId_key: { workspaceId, key } }, select: PRODUCT });
  return row && readProduct(row);
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
  draft: { revision: number; baseRevision: number } | null;
};

function readProduct({ id, key, version, publishedVersion, draft }: ProductRow): StoredProduct {
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
