import { planNames } from '@/lib/engine/push/plan-names';
import { describeEvent } from './describe-event';
import type { EventLog } from './event-log';
import { whoIsWho } from './named-change';
import type { World } from './world';

/** Whoever missed more than this reads everything anew faster than one by one. */
export const BEHIND_MAX = 2_000;

export type Following = { log: EventLog; since: number | null; signal: AbortSignal };

/**
 * Tells what happened after an event and then what happens, each event once and in the order of the log. Numbers have no
 * gap and are given out under a lock, so "everything after n" is all there is to remember: whoever comes back with the
 * last number they saw misses nothing and hears nothing twice.
 */
export async function* followEvents(world: World, { log, since, signal }: Following) {
  let at = since ?? (await log.last());
  let isFirst = true;
  while (!signal.aborted) {
    const last = await log.last();
    // A number nobody has given out yet is of another log: the store was made anew.
    if (at > last || last - at > BEHIND_MAX) {
      at = last;
      yield { kind: 'reload' as const, seq: at };
    } else if (isFirst) yield { kind: 'ready' as const, seq: at };
    isFirst = false;
    const events = await log.after(at, signal);
    if (events.length === 0) return;
    const names = planNames((await world.store.snapshot()).snapshot);
    const whoIs = await whoIsWho(world.store);
    for (const event of events) {
      at = event.seq;
      yield { kind: 'event' as const, event: describeEvent(event, names, whoIs) };
    }
  }
}
