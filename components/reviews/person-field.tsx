'use client';

import { useQuery } from '@tanstack/react-query';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { meQuery } from '@/lib/client/me';
import { peopleQuery } from '@/lib/client/people';

type Props = { value: string | null; error: string | null; onChange: (key: string) => void };

/** Whoever may decide for a team: everybody but analysts and oneself. */
export function PersonField({ value, error, onChange }: Props) {
  const { data: me } = useQuery(meQuery());
  const { data } = useQuery(peopleQuery());
  const people = (data?.people ?? []).filter(({ key, role }) => role !== 'analyst' && key !== me?.person.key);
  return (
    <Field label="Who decides instead" error={error}>
      <Select
        value={value}
        onChange={onChange}
        options={people.map(({ key, name, title }) => ({ value: key, label: name, hint: title }))}
        placeholder="Choose a person"
        className="w-full"
      />
    </Field>
  );
}
