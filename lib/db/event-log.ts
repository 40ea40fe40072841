import type { EventLog } from '@/lib/services/event-log';
import type { StoredEvent } from '@/lib/services/store';
import type { Database } from './db';
import { readEvents, readLastEvent } from './event-rows';

const LOOK_EVERY_MS = 500;
const EVENTS_PER_PAGE = 200;

type Waiting = { seq: number; wake: () => void };
const kept = globalThis as typeof globalThis & { headwaterLogs?: Map<string, EventLog> };

/** The process's one reader of a workspace's log: however many follow it, the store is asked once. */
export function eventLog(db: Database, workspaceId: string): EventLog {
  kept.headwaterLogs ??= new Map();
  const log = kept.headwaterLogs.get(workspaceId) ?? openLog(db, workspaceId);
  kept.headwaterLogs.set(workspaceId, log);
  return log;
}

/**
 * Looks at the last number while somebody waits, and wakes those who are behind it. A number is visible only with all
 * its events, so nothing has to be announced by the writer, and every store and every pooler will do.
 */
function openLog(db: Database, workspaceId: string): EventLog {
  const waiting = new Set<Waiting>();
  const pages = new Map<number, Promise<StoredEvent[]>>();
  let isLooking = false;

  async function look(): Promise<void> {
    // While the store is away nobody is woken; the next look finds what happened meanwhile.
    const last = await readLastEvent(db, workspaceId).catch(() => null);
    const woken = last === null ? [] : [...waiting].filter(({ seq }) => seq !== last);
    if (woken.length > 0) pages.clear();
    for (const { wake } of woken) wake();
    isLooking = waiting.size > 0;
    if (isLooking) setTimeout(look, LOOK_EVERY_MS).unref();
  }

  /** Those who wait for the same event share the answer. */
  function page(seq: number): Promise<StoredEvent[]> {
    const known = pages.get(seq);
    if (known) return known;
    const read = readEvents(db, workspaceId, seq, EVENTS_PER_PAGE).finally(() => {
      if (pages.get(seq) === read) setTimeout(() => pages.delete(seq), LOOK_EVERY_MS).unref();
    });
    pages.set(seq, read);
    return read;
  }

  function wait(seq: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const one: Waiting = { seq, wake: done };
      function done() {
        waiting.delete(one);
        signal.removeEventListener('abort', done);
        resolve();
      }
      waiting.add(one);
      signal.addEventListener('abort', done);
      if (isLooking) return;
      isLooking = true;
      setTimeout(look, LOOK_EVERY_MS).unref();
    });
  }

  return {
    last: () => readLastEvent(db, workspaceId),
    async after(seq, signal) {
      if (signal.aborted) return [];
      const events = await page(seq);
      if (events.length > 0) return events;
      await wait(seq, signal);
      return signal.aborted ? [] : page(seq);
    },
  };
}
