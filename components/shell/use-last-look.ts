import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { meQuery } from '@/lib/client/me';

/** Whoever was away for longer than this sits down anew. */
const SITTING_MS = 30 * 60_000;

/**
 * The last event I had seen when I sat down; null until that is known. Looking at a list marks it read at once, for the
 * count beside the navigation; what was new then stays marked as new for as long as I sit here.
 */
export function useLastLook(): number | null {
  const { data: me } = useQuery(meQuery());
  const [since, setSince] = useState<number | null>(null);
  const person = me?.person.key;
  const lastRead = me?.lastRead;
  useEffect(() => {
    if (person === undefined || lastRead === undefined) return setSince(null);
    setSince(sitDown(`headwater-look-${person}`, lastRead, Date.now()));
  }, [person, lastRead]);
  return since;
}

function sitDown(name: string, lastRead: number, now: number): number {
  const [since, at] = (window.sessionStorage.getItem(name) ?? '').split(' ').map(Number);
  const isSitting = since !== undefined && at !== undefined && now - at < SITTING_MS;
  const from = isSitting ? since : lastRead;
  window.sessionStorage.setItem(name, `${from} ${now}`);
  return from;
}
