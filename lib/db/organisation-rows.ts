import type { Prices } from '@/lib/catalog/snapshot';
import type { PersonToKeep, ProductToKeep, TeamToKeep } from '@/lib/services/store';
import type { Transaction } from './db';
import { Prisma } from './generated/client';

/** A product at the end of the catalog, or an existing one as it is now; its row's version rises. */
export async function keepOneProduct(tx: Transaction, workspaceId: string, product: ProductToKeep): Promise<void> {
  // What was agreed stands in the requirements and only comes along with a product that was read.
  const { id, key, domain, owner, useCase, agreements: _, ...rest } = product;
  const row = { ...rest, domainKey: domain, ownerTeamKey: owner, useCase: useCase ?? Prisma.DbNull };
  const last = await tx.product.aggregate({ where: { workspaceId }, _max: { order: true } });
  await tx.product.upsert({
    where: { workspaceId_key: { workspaceId, key } },
    create: { ...row, id, key, workspaceId, order: (last._max.order ?? -1) + 1 },
    update: { ...row, version: { increment: 1 } },
  });
}

export async function keepTeam(tx: Transaction, workspaceId: string, team: TeamToKeep): Promise<void> {
  const { key, name, domain } = team;
  const last = await tx.team.aggregate({ where: { workspaceId }, _max: { order: true } });
  await tx.team.upsert({
    where: { workspaceId_key: { workspaceId, key } },
    create: { workspaceId, key, name, domainKey: domain, order: (last._max.order ?? -1) + 1 },
    update: { name, domainKey: domain },
  });
}

/** Whoever is added can be acted as in the demonstration, so they get an account that no password opens. */
export async function keepPerson(tx: Transaction, workspaceId: string, person: PersonToKeep): Promise<void> {
  const { key, name, title, role, teams, initials } = person;
  const { key: workspace } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { key: true },
  });
  const known = await tx.person.findUnique({ where: { workspaceId_key: { workspaceId, key } } });
  const row = { name, title, role, initials, teamKeys: [...teams] };
  if (known) {
    await tx.person.update({ where: { workspaceId_key: { workspaceId, key } }, data: row });
    return;
  }
  const email = `${key}@${workspace}.invalid`;
  const user = await tx.user.upsert({ where: { email }, create: { id: person.id, name, email }, update: {} });
  const last = await tx.person.aggregate({ where: { workspaceId }, _max: { order: true } });
  await tx.person.create({
    data: { ...row, id: person.id, workspaceId, key, userId: user.id, order: (last._max.order ?? -1) + 1 },
  });
}

export async function keepPrices(tx: Transaction, workspaceId: string, prices: Prices | null): Promise<void> {
  await tx.workspace.update({ where: { id: workspaceId }, data: { prices: prices ?? Prisma.DbNull } });
}
