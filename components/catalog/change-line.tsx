'use client';

import { useState } from 'react';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { NewMark } from '@/components/ui/new-mark';
import { TextLink } from '@/components/ui/text-link';
import type { Event } from '@/lib/api/events';
import type { Gathered } from './gather-alike';

type Props = { gathered: Gathered; isNew: boolean };

/** One thing that happened, with whoever did it and when; several that say the same open on demand. */
export function ChangeLine({ gathered: { event, alike }, isNew }: Props) {
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li className="text-sm">
      <p className="text-pretty">
        {isNew && <NewMark className="mr-1.5" />}
        <Words event={event} />
      </p>
      {isOpen &&
        alike.map((one) => (
          <p key={one.seq} className="mt-1 text-pretty">
            <Words event={one} />
          </p>
        ))}
      {alike.length > 0 && !isOpen && (
        <Button variant="ghost" size="sm" className="-ml-2" onClick={() => setIsOpen(true)}>
          and {format.number(alike.length)} more of the same
        </Button>
      )}
      <p className="text-fg-2 text-xs">
        {event.by && !event.words.startsWith(event.by.name) && `${event.by.name} · `}
        <time dateTime={event.at}>{format.moment(event.at)}</time>
      </p>
    </li>
  );
}

/** What was asked or answered leads to the ask itself, with its reasons. */
function Words({ event: { subject, words } }: { event: Event }) {
  const format = useFormat();
  if (subject.ask === undefined) return format.words(words);
  return (
    <TextLink href={`/inbox?ask=${encodeURIComponent(subject.ask)}`} className="text-fg no-underline hover:underline">
      {format.words(words)}
    </TextLink>
  );
}
