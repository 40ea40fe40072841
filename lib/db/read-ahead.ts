import type { Database } from './db';
import { readSnapshot } from './read-snapshot';
import { readStandingAsks } from './standing-asks';

/** So many workspaces are read before anybody asks; a server that holds more reads them when they are looked at. */
const WORKSPACES_MAX = 3;

/**
 * Reads what every page needs as soon as the server is up, so that whoever comes first does not wait for all of it: the
 * catalog, and what is asked of whom. Plans are made when somebody looks: what the engine keeps is its own in each bundle
 * of the server, and would be made twice.
 */
export async function readAhead(db: Database): Promise<void> {
  const workspaces = await db.workspace.findMany({
    select: { id: true },
    orderBy: { id: 'desc' },
    take: WORKSPACES_MAX,
  });
  for (const { id } of workspaces) {
    await readSnapshot(db, id);
    await readStandingAsks(db, id);
  }
}
