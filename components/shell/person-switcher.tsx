'use client';

import { useQuery } from '@tanstack/react-query';
import { Avatar } from '@/components/ui/avatar';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { Skeleton } from '@/components/ui/skeleton';
import { meQuery } from '@/lib/client/me';
import { peopleQuery } from '@/lib/client/people';
import { firstName } from './first-name';
import { PersonButton } from './person-button';
import { PersonFace } from './person-face';
import { useSwitchPerson } from './use-switch-person';

/** Who acts, always in sight. In the demo it is also how one becomes somebody else. */
export function PersonSwitcher() {
  const { data: me } = useQuery(meQuery());
  const { data: everybody } = useQuery({ ...peopleQuery(), enabled: me?.demo === true });
  const switchPerson = useSwitchPerson();
  if (!me) return <Skeleton className="mt-1.5 h-14 narrow:mx-auto narrow:mt-1 narrow:mb-1 narrow:size-6" />;

  const { person } = me;
  if (!me.demo) {
    return (
      <div className="flex items-center gap-2.5 px-1.5 py-1">
        <PersonFace person={person} />
      </div>
    );
  }
  const options = (everybody?.people ?? [person]).map((other) => ({
    value: other.key,
    label: other.name,
    hint: other.title,
    start: <Avatar initials={other.initials} seed={other.key} />,
  }));
  return (
    <>
      <p className="mb-1 px-2 text-fg-3 text-xs narrow:sr-only">Demo · acting as {firstName(person.name)}</p>
      <DropdownMenu
        side="top"
        className="w-64"
        trigger={<PersonButton person={person} aria-busy={switchPerson.isPending || undefined} />}
        entries={[
          { kind: 'heading', key: 'who', label: 'Act as' },
          {
            kind: 'choice',
            key: 'people',
            label: 'Act as',
            value: person.key,
            options,
            onChange: (key) => switchPerson.mutate(key),
          },
        ]}
      />
    </>
  );
}
