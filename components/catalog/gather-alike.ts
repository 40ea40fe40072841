import type { Event } from '@/lib/api/events';

/** The newest of several that say the same of one consumer, and how many more there are. */
export type Gathered = { event: Event; alike: Event[] };

/**
 * What a push found promised already is one event for every ask, and one line to whoever reads: neighbours of that kind,
 * by the same person for the same consumer at the same instant, stand together. Everything else stands alone.
 */
export function gatherAlike(events: readonly Event[]): Gathered[] {
  const gathered: Gathered[] = [];
  for (const event of events) {
    const last = gathered.at(-1);
    if (last && isAlike(last.event, event)) last.alike.push(event);
    else gathered.push({ event, alike: [] });
  }
  return gathered;
}

function isAlike(a: Event, b: Event): boolean {
  return (
    a.kind === 'ask-covered' &&
    b.kind === a.kind &&
    a.at === b.at &&
    a.by?.key === b.by?.key &&
    a.subject.consumer === b.subject.consumer
  );
}
