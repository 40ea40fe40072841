'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLastLook } from '@/components/shell/use-last-look';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { Event } from '@/lib/api/events';
import { meQuery } from '@/lib/client/me';
import { ChangeLine } from './change-line';
import { gatherAlike } from './gather-alike';

const SHOWN_FIRST = 6;

/** What happened, newest first. */
export function ChangesPanel({ changes }: { changes: readonly Event[] }) {
  const [isWhole, setIsWhole] = useState(false);
  const since = useLastLook();
  const { data: me } = useQuery(meQuery());
  // To somebody who has never looked everything is equally new.
  const isNew = ({ seq, by }: Event) => since !== null && since > 0 && seq > since && by?.key !== me?.person.key;
  const lines = gatherAlike(changes);
  const shown = isWhole ? lines : lines.slice(0, SHOWN_FIRST);
  return (
    <Panel title="Changes" note={changes.length || undefined}>
      {changes.length === 0 && <p className="text-fg-2 text-sm">Nothing has happened here yet.</p>}
      <ol className="space-y-2.5">
        {shown.map((gathered) => (
          <ChangeLine key={gathered.event.seq} gathered={gathered} isNew={isNew(gathered.event)} />
        ))}
      </ol>
      {lines.length > shown.length && (
        <Button variant="ghost" size="sm" className="mt-2 -ml-2" onClick={() => setIsWhole(true)}>
          Show all {changes.length}
        </Button>
      )}
    </Panel>
  );
}
