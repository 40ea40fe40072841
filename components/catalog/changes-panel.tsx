'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '@/components/shell/use-format';
import { useLastLook } from '@/components/shell/use-last-look';
import { Button } from '@/components/ui/button';
import { NewMark } from '@/components/ui/new-mark';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { Event } from '@/lib/api/events';
import { meQuery } from '@/lib/client/me';

const SHOWN_FIRST = 6;

/** What happened, newest first; what was asked or answered leads to the ask itself, with its reasons. */
export function ChangesPanel({ changes }: { changes: readonly Event[] }) {
  const format = useFormat();
  const [isWhole, setIsWhole] = useState(false);
  const since = useLastLook();
  const { data: me } = useQuery(meQuery());
  // To somebody who has never looked everything is equally new.
  const isNew = ({ seq, by }: Event) => since !== null && since > 0 && seq > since && by?.key !== me?.person.key;
  const shown = isWhole ? changes : changes.slice(0, SHOWN_FIRST);
  return (
    <Panel title="Changes" note={changes.length || undefined}>
      {changes.length === 0 && <p className="text-fg-2 text-sm">Nothing has happened here yet.</p>}
      <ol className="space-y-2.5">
        {shown.map((event) => (
          <li key={event.seq} className="text-sm">
            <p className="text-pretty">
              {isNew(event) && <NewMark className="mr-1.5" />}
              {event.subject.ask === undefined ? (
                event.words
              ) : (
                <TextLink
                  href={`/inbox?ask=${encodeURIComponent(event.subject.ask)}`}
                  className="text-fg no-underline hover:underline"
                >
                  {event.words}
                </TextLink>
              )}
            </p>
            <p className="text-fg-2 text-xs">
              {event.by && !event.words.startsWith(event.by.name) && `${event.by.name} · `}
              <time dateTime={event.at}>{format.moment(event.at)}</time>
            </p>
          </li>
        ))}
      </ol>
      {changes.length > shown.length && (
        <Button variant="ghost" size="sm" className="mt-2 -ml-2" onClick={() => setIsWhole(true)}>
          Show all {changes.length}
        </Button>
      )}
    </Panel>
  );
}
