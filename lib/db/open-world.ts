import type { World } from '@/lib/services/world';
import type { Database, Transaction } from './db';
import { newId } from './new-id';
import { inTransaction, readStore, writeStore } from './workspace-store';

/** The world of one person: each write of a service is a transaction of its own. */
export function openWorld(db: Database, actor: World['actor']): World {
  return {
    actor,
    now: () => new Date(),
    newId: () => newId(),
    store: readStore(db, actor.workspaceId),
    write: (work) => inTransaction(db, (tx) => work(writeStore(tx, actor.workspaceId))),
  };
}

/**
 * The same inside a transaction somebody else began: services read and write in it, and whoever began it takes all back
 * when one of them refuses.
 */
export function joinWorld(tx: Transaction, actor: World['actor']): World {
  const store = writeStore(tx, actor.workspaceId);
  return { actor, now: () => new Date(), newId: () => newId(), store, write: (work) => work(store) };
}
