import type { Presence } from '@/lib/api/live';
import type { Person } from '@/lib/api/person';
import { openPresenceRoom, type PresenceRoom } from '@/lib/services/presence-room';
import { openStreams } from './open-streams';

/** At most five times a second, however many come and go. */
const ANNOUNCE_AFTER_MS = 200;
/** Whoever is not heard of again leaves without a word; that is noticed no later than this. */
const LOOK_EVERY_MS = 10_000;

type Place = { workspaceId: string; product: string; isAnnouncing: boolean; told: string };
type Kept = { room: PresenceRoom<Person>; places: Map<string, Place> };
const kept = globalThis as typeof globalThis & { headwaterPresence?: Kept };

/** Notes that somebody has a model open, or no longer, tells the others, and answers who has. */
export function tellPresence(
  workspaceId: string,
  product: string,
  { person, isHere }: { person: Person; isHere: boolean },
): Presence {
  const { room, places } = presences();
  const name = `${workspaceId} ${product}`;
  const place = places.get(name) ?? { workspaceId, product, isAnnouncing: false, told: '' };
  if (!places.has(name)) watch(name, place);
  if (room.tell(name, person, { isHere, at: Date.now() })) announce(name, place);
  return { product, people: room.who(name, Date.now()) };
}

function presences(): Kept {
  kept.headwaterPresence ??= { room: openPresenceRoom(), places: new Map() };
  return kept.headwaterPresence;
}

function announce(name: string, place: Place): void {
  if (place.isAnnouncing) return;
  place.isAnnouncing = true;
  setTimeout(() => {
    const people = presences().room.who(name, Date.now());
    place.isAnnouncing = false;
    place.told = keysOf(people);
    const { workspaceId, product } = place;
    for (const stream of openStreams()) {
      if (stream.workspaceId === workspaceId) stream.send({ kind: 'presence', presence: { product, people } });
    }
  }, ANNOUNCE_AFTER_MS).unref();
}

function watch(name: string, place: Place): void {
  const { room, places } = presences();
  places.set(name, place);
  const timer = setInterval(() => {
    const people = room.who(name, Date.now());
    if (keysOf(people) !== place.told) announce(name, place);
    if (people.length > 0 || place.isAnnouncing) return;
    places.delete(name);
    clearInterval(timer);
  }, LOOK_EVERY_MS);
  timer.unref();
}

function keysOf(people: readonly Person[]): string {
  return people.map(({ key }) => key).join(' ');
}
