import { db } from '@/lib/db/db';
import { workspacesAhead } from '@/lib/db/read-ahead';
import { readStore } from '@/lib/db/workspace-store';
import { planEachAhead } from '@/lib/services/live-plan';

let hasBegun = false;

/**
 * Plans what was sent upstream before anybody asks, a consumer at a time, so that whoever comes first does not wait for
 * all of it. They are put together when somebody looks, because that is one long step. What the engine keeps belongs to
 * the bundle of the routes and cannot be made where the server starts: the first who looks whether it is up begins it.
 */
export function warmUp(): void {
  if (hasBegun || process.env.NODE_ENV !== 'production') return;
  hasBegun = true;
  void planAhead().catch(() => {});
}

async function planAhead(): Promise<void> {
  for (const id of await workspacesAhead(db())) {
    const store = readStore(db(), id);
    const { snapshot } = await store.snapshot();
    await planEachAhead(snapshot, await store.pushedConsumers());
  }
}
