'use client';

import { useFormat } from '@/components/shell/use-format';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { Event } from '@/lib/api/events';

type Props = { changes: readonly Event[]; hasLooked: boolean };

/** What others did to what concerns me since I sat down, newest first. */
export function NewsPanel({ changes, hasLooked }: Props) {
  const format = useFormat();
  return (
    <Panel title={hasLooked ? 'Since you last looked' : 'What happened'} note={changes.length || undefined}>
      {changes.length === 0 && <p className="text-fg-2 text-sm">Nothing new around your products.</p>}
      <ol className="space-y-2.5">
        {changes.map((event) => (
          <li key={event.seq} className="text-sm">
            <p className="text-pretty">
              <TextLink href={placeOf(event)} className="text-fg no-underline hover:underline">
                {format.words(event.words)}
              </TextLink>
            </p>
            <p className="text-fg-2 text-xs">
              <time dateTime={event.at}>{format.moment(event.at)}</time>
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function placeOf({ subject: { ask, product, record } }: Event) {
  if (ask !== undefined) return `/inbox?ask=${encodeURIComponent(ask)}` as const;
  if (product === undefined) return '/catalog' as const;
  return record === undefined
    ? (`/catalog/${product}` as const)
    : (`/studio/${product}?select=${encodeURIComponent(record)}` as const);
}
