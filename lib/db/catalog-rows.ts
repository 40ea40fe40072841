import type { CatalogToKeep, ProductToKeep, VersionToKeep } from '@/lib/services/store';
import type { Transaction } from './db';
import { keepDrafts, keepLayout } from './draft-rows';
import { Prisma } from './generated/client';

/**
 * Puts a whole catalog in the place of what is there, in the caller's transaction. Deleting a product deletes its
 * versions too, which the append-only tables refuse: the permission is given here by name and taken back at once.
 */
export async function keepCatalog(tx: Transaction, workspaceId: string, catalog: CatalogToKeep): Promise<void> {
  const { currency, locale, name, sloOwnShare, timezone } = catalog.workspace;
  await tx.workspace.update({
    where: { id: workspaceId },
    data: { name, currency, locale, sloOwnShare, timezone, prices: catalog.prices ?? Prisma.DbNull },
  });
  await keepOrganisation(tx, workspaceId, catalog);
  await removeProducts(tx, workspaceId, catalog.removedProductIds);
  for (const [order, product] of catalog.products.entries()) await keepProduct(tx, workspaceId, product, order);
  await keepDrafts(tx, workspaceId, catalog.drafts);
  for (const { productId, layout } of catalog.layouts) await keepLayout(tx, workspaceId, productId, layout);
  await tx.product.updateMany({
    where: { workspaceId, id: { in: [...catalog.unpublishedProductIds] } },
    data: { publishedVersionId: null },
  });
  for (const version of catalog.versions) await keepVersion(tx, workspaceId, version);
  for (const { productId, versionId, revision } of catalog.bases) {
    await rebaseDraft(tx, workspaceId, { productId, versionId, revision });
  }
}

async function keepOrganisation(tx: Transaction, workspaceId: string, catalog: CatalogToKeep): Promise<void> {
  const where = { workspaceId };
  await tx.domain.deleteMany({ where });
  await tx.team.deleteMany({ where });
  await tx.source.deleteMany({ where });
  await tx.policy.deleteMany({ where });
  await tx.contract.deleteMany({ where });
  await tx.domain.createMany({ data: catalog.domains.map((one, order) => ({ ...one, workspaceId, order })) });
  await tx.team.createMany({
    data: catalog.teams.map(({ key, name, domain }, order) => ({ workspaceId, key, name, domainKey: domain, order })),
  });
  await tx.source.createMany({ data: catalog.sources.map((one, order) => ({ ...one, workspaceId, order })) });
  await tx.policy.createMany({
    data: catalog.policies.map((body, order) => ({ workspaceId, key: body.key, body, order })),
  });
  await tx.contract.createMany({
    data: catalog.contracts.map(({ consumer, product, port, ...said }, order) => {
      return { ...said, workspaceId, consumerKey: consumer, productKey: product, port: port ?? '', order };
    }),
  });
}

async function removeProducts(tx: Transaction, workspaceId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const gone = await tx.product.findMany({ where: { workspaceId, id: { in: [...ids] } }, select: { key: true } });
  await tx.comment.deleteMany({ where: { workspaceId, productKey: { in: gone.map(({ key }) => key) } } });
  await tx.$executeRaw`SET LOCAL headwater.erase = 'on'`;
  await tx.product.updateMany({ where: { workspaceId, id: { in: [...ids] } }, data: { publishedVersionId: null } });
  await tx.product.deleteMany({ where: { workspaceId, id: { in: [...ids] } } });
  await tx.$executeRaw`SET LOCAL headwater.erase = 'off'`;
}

async function keepProduct(tx: Transaction, workspaceId: string, product: ProductToKeep, order: number): Promise<void> {
  const { id, key, domain, owner, useCase, agreements: _, ...rest } = product;
  const row = { ...rest, domainKey: domain, ownerTeamKey: owner, useCase: useCase ?? Prisma.DbNull, order };
  await tx.product.upsert({
    where: { workspaceId_key: { workspaceId, key } },
    create: { ...row, id, key, workspaceId },
    update: { ...row, version: { increment: 1 } },
  });
}

export async function keepVersion(tx: Transaction, workspaceId: string, version: VersionToKeep): Promise<void> {
  const { at, byId, ...rest } = version;
  await tx.modelVersion.create({ data: { ...rest, workspaceId, createdAt: at, createdById: byId } });
  await tx.product.update({
    where: { workspaceId_id: { workspaceId, id: version.productId } },
    data: { publishedVersionId: version.id, version: { increment: 1 } },
  });
}

export async function rebaseDraft(
  tx: Transaction,
  workspaceId: string,
  base: { productId: string; versionId: string; revision: number },
): Promise<void> {
  await tx.draft.update({
    where: { workspaceId_productId: { workspaceId, productId: base.productId } },
    data: { baseVersionId: base.versionId, baseRevision: base.revision },
  });
}
