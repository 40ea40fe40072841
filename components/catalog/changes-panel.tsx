'use client';

import { useState } from 'react';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { Event } from '@/lib/api/events';

const SHOWN_FIRST = 6;

/** What happened, newest first; what was asked or answered leads to the ask itself, with its reasons. */
export function ChangesPanel({ changes }: { changes: readonly Event[] }) {
  const format = useFormat();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? changes : changes.slice(0, SHOWN_FIRST);
  return (
    <Panel title="Changes" note={changes.length || undefined}>
      {changes.length === 0 && <p className="text-fg-2 text-sm">Nothing has happened here yet.</p>}
      <ol className="space-y-2.5">
        {shown.map((event) => (
          <li key={event.seq} className="text-sm">
            <p className="text-pretty">
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
