import { Avatar } from '@/components/ui/avatar';
import type { Person } from '@/lib/api/person';

export function PersonFace({ person }: { person: Person }) {
  return (
    <>
      <Avatar initials={person.initials} seed={person.key} />
      <span className="min-w-0 flex-1 text-left leading-tight narrow:sr-only">
        <span className="block truncate font-medium text-sm">{person.name}</span>
        <span className="block truncate text-fg-2 text-xs">{person.title}</span>
      </span>
    </>
  );
}
