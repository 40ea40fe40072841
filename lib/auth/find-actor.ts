import { Role } from '@/lib/catalog/role';
import { db } from '@/lib/db/db';
import type { Actor } from './actor';
import { auth } from './auth';
import { readAuthMode } from './auth-mode';

/** Whom a visitor of the demonstration is before they choose. */
const DEMO_PERSON = 'ana';

/** The person a request acts as; null when nobody is signed in. In the demonstration somebody always is. */
export async function findActor(headers: Headers): Promise<Actor | null> {
  const session = await auth().api.getSession({ headers, query: { disableRefresh: true } });
  const person = session && (await db().person.findFirst({ where: { userId: session.user.id } }));
  if (person) return toActor(person);
  if (readAuthMode(process.env).kind !== 'demo') return null;
  const guest = await db().person.findFirst({ where: { key: DEMO_PERSON }, orderBy: { workspaceId: 'asc' } });
  return guest && toActor(guest);
}

type PersonRow = NonNullable<Awaited<ReturnType<ReturnType<typeof db>['person']['findFirst']>>>;

function toActor({ id, workspaceId, key, name, role, teamKeys }: PersonRow): Actor {
  return { id, workspaceId, key, name, role: Role.parse(role), teams: teamKeys };
}
