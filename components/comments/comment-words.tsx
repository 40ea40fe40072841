'use client';

import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { peopleQuery } from '@/lib/client/people';
import { findMentions } from '@/lib/reviews/find-mentions';

/** What was said, as it was typed, with the people it calls standing out. Text and nothing else: no markup is read. */
export function CommentWords({ body }: { body: string }) {
  const { data } = useQuery(peopleQuery());
  const mentions = findMentions(body, data?.people ?? []);
  const ends = [0, ...mentions.map(({ to }) => to)];
  return (
    <p className="whitespace-pre-wrap text-pretty text-sm [overflow-wrap:anywhere]">
      {mentions.map(({ from, to }, i) => (
        <Fragment key={from}>
          {body.slice(ends[i], from)}
          <span className="font-medium text-accent-text">{body.slice(from, to)}</span>
        </Fragment>
      ))}
      {body.slice(ends.at(-1))}
    </p>
  );
}
