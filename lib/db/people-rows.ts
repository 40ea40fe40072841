import { Role } from '@/lib/catalog/role';
import type { StoredPerson } from '@/lib/services/store';
import type { Transaction } from './db';

type PersonRow = Awaited<ReturnType<Transaction['person']['findMany']>>[number];

export async function readPeople(tx: Transaction, workspaceId: string): Promise<StoredPerson[]> {
  const rows = await tx.person.findMany({ where: { workspaceId }, orderBy: [{ order: 'asc' }, { key: 'asc' }] });
  return rows.map(readPerson);
}

export async function readPersonById(tx: Transaction, workspaceId: string, id: string): Promise<StoredPerson | null> {
  const row = await tx.person.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  return row && readPerson(row);
}

function readPerson({ id, key, name, title, role, teamKeys, initials }: PersonRow): StoredPerson {
  return { id, key, name, title, role: Role.parse(role), teams: teamKeys, initials };
}
