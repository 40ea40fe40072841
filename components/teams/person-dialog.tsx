'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { Named } from '@/lib/api/named';
import type { Role } from '@/lib/catalog/role';
import { idempotencyKey } from '@/lib/client/idempotency-key';
import { addPersonMutation, changePersonMutation } from '@/lib/client/teams';
import { useRefreshTeams } from './use-refresh-teams';

/** `seen` is null for somebody new. */
export type PersonDraft = {
  seen: { key: string; version: number } | null;
  name: string;
  title: string;
  role: Role;
  teams: string[];
};
type Props = { draft: PersonDraft; teams: readonly Named[]; onClose: () => void };

const ROLES = [
  { value: 'analyst', label: 'Analyst', hint: 'draws what a decision needs' },
  { value: 'engineer', label: 'Engineer', hint: 'builds and answers asks' },
  { value: 'owner', label: 'Product owner', hint: 'decides what a product promises' },
  { value: 'admin', label: 'Administrator', hint: 'looks after the workspace' },
] as const;

export function PersonDialog({ draft, teams, onClose }: Props) {
  const refresh = useRefreshTeams();
  const [once] = useState(idempotencyKey);
  const [person, setPerson] = useState(draft);
  const [error, setError] = useState<string | null>(null);
  const done = {
    onSuccess: () => {
      refresh();
      onClose();
    },
  };
  const add = useMutation({ ...addPersonMutation, ...done });
  const change = useMutation({ ...changePersonMutation, ...done });
  const problem = add.error ?? change.error;
  const submit = () => {
    const { seen, ...said } = { ...person, name: person.name.trim(), title: person.title.trim() };
    if (said.name === '') return setError('Give them a name.');
    setError(null);
    if (seen === null) add.mutate({ ...said, idempotencyKey: once });
    else change.mutate({ ...said, ...seen });
  };
  const belong = (key: string, isIn: boolean) =>
    setPerson({ ...person, teams: isIn ? [...person.teams, key] : person.teams.filter((one) => one !== key) });
  return (
    <FormDialog
      title={draft.seen === null ? 'Add a person' : `Edit ${draft.name}`}
      submit={{ words: 'Save', isBusy: add.isPending || change.isPending }}
      problem={problem?.message}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Name" error={error}>
        <Input
          value={person.name}
          maxLength={120}
          onChange={(event) => setPerson({ ...person, name: event.target.value })}
        />
      </Field>
      <Field label="What they do">
        <Input
          value={person.title}
          maxLength={120}
          placeholder="Data engineer"
          onChange={(event) => setPerson({ ...person, title: event.target.value })}
        />
      </Field>
      <Field label="Role">
        <Select value={person.role} onChange={(role) => setPerson({ ...person, role })} options={ROLES} />
      </Field>
      <fieldset>
        <legend className="mb-1 font-medium text-fg-2 text-xs">Teams</legend>
        <ul className="grid max-h-48 grid-cols-2 gap-1 overflow-y-auto">
          {teams.map(({ key, name }) => (
            <li key={key}>
              <Checkbox label={name} checked={person.teams.includes(key)} onChange={(isIn) => belong(key, isIn)} />
            </li>
          ))}
        </ul>
      </fieldset>
    </FormDialog>
  );
}
