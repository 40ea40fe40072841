'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { Named } from '@/lib/api/named';
import { idempotencyKey } from '@/lib/client/idempotency-key';
import { changeTeamMutation, createTeamMutation } from '@/lib/client/teams';
import { useRefreshTeams } from './use-refresh-teams';

/** `seen` is null for a team that is founded. */
export type TeamDraft = { seen: { key: string; version: number } | null; name: string; domain: string | null };
type Props = { draft: TeamDraft; domains: readonly Named[]; onClose: () => void };

export function TeamDialog({ draft, domains, onClose }: Props) {
  const refresh = useRefreshTeams();
  const [once] = useState(idempotencyKey);
  const [name, setName] = useState(draft.name);
  const [domain, setDomain] = useState(draft.domain);
  const [error, setError] = useState<string | null>(null);
  const done = {
    onSuccess: () => {
      refresh();
      onClose();
    },
  };
  const create = useMutation({ ...createTeamMutation, ...done });
  const change = useMutation({ ...changeTeamMutation, ...done });
  const problem = create.error ?? change.error;
  const submit = () => {
    if (name.trim() === '') return setError('Give it a name.');
    setError(null);
    const team = { name: name.trim(), domain };
    if (draft.seen === null) create.mutate({ ...team, idempotencyKey: once });
    else change.mutate({ ...team, ...draft.seen });
  };
  return (
    <FormDialog
      title={draft.seen === null ? 'New team' : `Edit ${draft.name}`}
      size="sm"
      submit={{ words: 'Save', isBusy: create.isPending || change.isPending }}
      problem={problem?.message}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Name" error={error}>
        <Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label="Domain">
        <Select
          value={domain}
          onChange={setDomain}
          placeholder="None"
          options={domains.map((one) => ({ value: one.key, label: one.name }))}
        />
      </Field>
    </FormDialog>
  );
}
