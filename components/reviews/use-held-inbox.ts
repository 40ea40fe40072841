import { useEffect, useState } from 'react';
import type { Inbox } from '@/lib/api/inbox';
import { holdArrivals, whatWaits } from './hold-arrivals';
import { sortInbox } from './sort-inbox';

/** The inbox in its parts, as it was when it was last shown; `arrived` more wait to be looked at. */
export function useHeldInbox(inbox: Inbox | undefined, chosen: string | null) {
  const sorted = { ...sortInbox(inbox), mentions: inbox?.mentions ?? [] };
  const [known, setKnown] = useState<ReadonlySet<string> | null>(null);
  const isThere = inbox !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is there when the inbox comes is known, and no more
  useEffect(() => setKnown(isThere ? new Set(whatWaits(sorted)) : null), [isThere]);
  const held = known === null ? { shown: sorted, arrived: 0 } : holdArrivals(sorted, known, chosen);
  // What leaves and comes back has arrived again; what was shown in an empty list is known from then on.
  const names = whatWaits(held.shown).join('\n');
  useEffect(() => setKnown((before) => before && new Set(names.split('\n'))), [names]);
  return { sorted: held.shown, arrived: held.arrived, show: () => setKnown(new Set(whatWaits(sorted))) };
}
