import type { Role } from '@/lib/catalog/role';
import type { World } from '@/lib/services/world';
import type { Transaction } from './db';
import { newId } from './new-id';

export type NewPerson = { key: string; name: string; title: string; role: Role; teams: string[]; initials: string };

/** An empty workspace with its first people, each able to hold a session. Answers with them by key. */
export async function foundWorkspace(
  tx: Transaction,
  workspace: { key: string; name: string },
  people: readonly NewPerson[],
): Promise<Map<string, World['actor']>> {
  const { id: workspaceId } = await tx.workspace.create({ data: workspace, select: { id: true } });
  const actors = new Map<string, World['actor']>();
  for (const [order, { teams, ...person }] of people.entries()) {
    const user = await tx.user.upsert({
      where: { email: `${person.key}@${workspace.key}.invalid` },
      create: { id: newId(), name: person.name, email: `${person.key}@${workspace.key}.invalid` },
      update: { name: person.name },
    });
    const row = await tx.person.create({
      data: { ...person, workspaceId, teamKeys: teams, order, userId: user.id },
      select: { id: true },
    });
    actors.set(person.key, { id: row.id, workspaceId, key: person.key, name: person.name, role: person.role, teams });
  }
  return actors;
}
