import type { ReadStore, StoredDraftChange } from './store';

export type NamedPerson = { key: string; name: string };
/** An accepted save with the name of who made it. */
export type NamedChange = Omit<StoredDraftChange, 'byId' | 'at'> & { by: NamedPerson | null; at: string };

/** Says who, for ids of people; null for nobody, and for somebody who is gone. */
export type WhoIs = (id: string | null) => NamedPerson | null;

export async function whoIsWho(store: ReadStore): Promise<WhoIs> {
  const people = new Map((await store.people()).map(({ id, key, name }) => [id, { key, name }]));
  return (id) => (id === null ? null : (people.get(id) ?? null));
}

export function nameChanges(changes: readonly StoredDraftChange[], whoIs: WhoIs): NamedChange[] {
  return changes.map(({ byId, at, ...change }) => ({ ...change, by: whoIs(byId), at: at.toISOString() }));
}
