import type { Database } from './db';
import { readSnapshot } from './read-snapshot';
import { readStandingAsks } from './standing-asks';

/** So many workspaces are read before anybody asks; a server that holds more reads them when they are looked at. */
const WORKSPACES_MAX = 3;

/**
 * Reads what every page needs as soon as the server is up, so that whoever comes first does not wait for all of it: the
 * catalog, and what is asked of whom.
 */
export async function readAhead(db: Database): Promise<void> {
  for (const id of await workspacesAhead(db)) {
    await readSnapshot(db, id);
    await readStandingAsks(db, id);
  }
}

/** The newest workspaces. */
export async function workspacesAhead(db: Database): Promise<string[]> {
  const workspaces = await db.workspace.findMany({
    select: { id: true },
    orderBy: { id: 'desc' },
    take: WORKSPACES_MAX,
  });
  return workspaces.map(({ id }) => id);
}
