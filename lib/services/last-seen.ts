import type { ReadStore } from './store';

/** The last event a person has seen of a thing: the further of their mark of everything and that of the thing. */
export type LastSeen = (thing: SeenThing) => number;
type SeenThing = `ask ${string}` | `comment ${string}` | 'home';

export async function lastSeenBy(store: ReadStore, personId: string): Promise<LastSeen> {
  const everything = await store.readMark(personId);
  const things = await store.seenThings(personId);
  return (thing) => Math.max(everything, things.get(thing) ?? 0);
}
