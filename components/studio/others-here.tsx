'use client';

import { firstName } from '@/components/shell/first-name';
import { Avatar } from '@/components/ui/avatar';
import { joinWords } from '@/lib/base/join-words';
import { usePresence } from './use-presence';

const FACES_MAX = 4;

/** Who else has this model open right now. */
export function OthersHere({ productKey }: { productKey: string }) {
  const others = usePresence(productKey);
  const words = joinWords(others.map((person) => firstName(person.name)));
  return (
    <span aria-live="polite" className="mr-1 flex shrink-0 items-center">
      {others.length > 0 && (
        <span className="sr-only">
          {words} {others.length === 1 ? 'has' : 'have'} this model open too.
        </span>
      )}
      {others.slice(0, FACES_MAX).map((person) => (
        <span
          key={person.key}
          title={`${person.name} has this model open too`}
          className="-ml-1 rounded-full ring-2 ring-bg first:ml-0"
        >
          <Avatar initials={person.initials} seed={person.key} />
        </span>
      ))}
      {others.length > FACES_MAX && (
        <span className="ml-1 text-fg-2 text-xs tabular-nums" aria-hidden="true">
          +{others.length - FACES_MAX}
        </span>
      )}
    </span>
  );
}
