'use client';

import { AtSign } from 'lucide-react';
import Link from 'next/link';
import { useFormat } from '@/components/shell/use-format';
import { NewMark } from '@/components/ui/new-mark';
import type { Mention } from '@/lib/api/comments';
import { markRead } from '@/lib/client/events';
import { placeOfMention } from './place-of-mention';

/** What others said to me by name and nobody has settled yet; each leads to where it was said. */
export function MentionList({ mentions }: { mentions: readonly Mention[] }) {
  const format = useFormat();
  if (mentions.length === 0) return null;
  return (
    <section aria-label="Mentions">
      <h2 className="sticky top-0 z-10 flex h-9 items-center gap-2 border-b bg-bg px-4 font-medium text-fg-2 text-xs">
        Mentions
        <span className="font-normal text-fg-3 tabular-nums">{mentions.length}</span>
      </h2>
      <ul>
        {mentions.map((mention) => (
          <li
            key={mention.comment}
            className="relative border-b px-4 py-2.5 transition-colors duration-120 hover:bg-hover"
          >
            <p className="flex items-center gap-2 text-base">
              <AtSign className="size-3.5 shrink-0 text-accent-text" strokeWidth={2} aria-hidden="true" />
              <Link
                href={placeOfMention(mention)}
                onClick={() => void markRead(mention.seq, `comment ${mention.comment}`)}
                className="min-w-0 flex-1 truncate font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
              >
                {mention.isNew && <NewMark className="mr-1.5" />}
                {mention.by?.name ?? 'Somebody'} on {mention.about}
              </Link>
              <time dateTime={mention.at} className="shrink-0 text-fg-2 text-xs tabular-nums">
                {format.day(mention.at)}
              </time>
            </p>
            <p className="line-clamp-2 pl-[22px] text-fg-2 text-sm [overflow-wrap:anywhere]">{mention.words}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
