'use client';

import { useFormat } from '@/components/shell/use-format';
import { Panel } from '@/components/ui/panel';
import type { Event } from '@/lib/api/events';

export function ChangesPanel({ changes }: { changes: readonly Event[] }) {
  const format = useFormat();
  return (
    <Panel title="Changes">
      {changes.length === 0 ? (
        <p className="text-fg-2 text-sm">Nothing has happened here yet.</p>
      ) : (
        <ol className="space-y-2.5">
          {changes.map((event) => (
            <li key={event.seq} className="text-sm">
              <p className="text-pretty">{event.words}</p>
              <p className="text-fg-2 text-xs">
                {event.by && `${event.by.name} · `}
                <time dateTime={event.at}>{format.moment(event.at)}</time>
              </p>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
