import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import type { Person } from '@/lib/api/person';

/** A person with name and title; where the navigation is narrow only the face is seen, unless the place has room. */
export function PersonFace({ person, isRoomy = false }: { person: Person; isRoomy?: boolean }) {
  return (
    <>
      <Avatar initials={person.initials} seed={person.key} />
      <span className={cn('min-w-0 flex-1 text-left leading-tight', !isRoomy && 'narrow:sr-only')}>
        <span className="block truncate font-medium text-sm">{person.name}</span>
        <span className="block truncate text-fg-2 text-xs">{person.title}</span>
      </span>
    </>
  );
}
