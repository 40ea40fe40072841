'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { Alignment } from '@/lib/catalog/snapshot';
import { idempotencyKey } from '@/lib/client/idempotency-key';
import { meQuery } from '@/lib/client/me';
import { createProductMutation } from '@/lib/client/product-changes';
import { queryKeys } from '@/lib/client/query-keys';
import { teamsQuery } from '@/lib/client/teams';

const ALIGNMENTS = [
  { value: 'consumer', label: 'Serves a decision' },
  { value: 'aggregate', label: 'Brings others together' },
  { value: 'source', label: 'Comes from a system' },
] as const;

type Props = {
  isOpen: boolean;
  onClose: () => void;
  /** For somebody who wants to draw for a decision: then it is a consumer, and nothing of it is asked. */
  isModel?: boolean;
};

/** A product begins as a name with an owner; everything else is drawn in the studio it opens in. */
export function NewProductDialog({ isOpen, onClose, isModel = false }: Props) {
  const router = useRouter();
  const client = useQueryClient();
  const form = useId();
  const me = useQuery(meQuery());
  const teams = useQuery(teamsQuery());
  const [key] = useState(idempotencyKey);
  const [name, setName] = useState('');
  const [alignment, setAlignment] = useState<Alignment>(isModel ? 'consumer' : 'aggregate');
  const [owner, setOwner] = useState<string | null>(null);
  const [description, setDescription] = useState('');
  const [error, setError] = useState<string | null>(null);
  const isAdmin = me.data?.person.role === 'admin';
  const mine = me.data?.person.teams ?? [];
  const choices = isAdmin ? (teams.data?.teams ?? []) : mine;
  const chosen = owner ?? choices[0]?.key ?? null;
  const create = useMutation({
    ...createProductMutation,
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: queryKeys.products });
      onClose();
      router.push(`/studio/${made.key}`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setError('Give it a name.');
    if (chosen === null) return;
    setError(null);
    const words = description.trim() === '' ? null : description.trim();
    create.mutate({
      name: name.trim(),
      alignment,
      owner: chosen,
      domain: null,
      description: words,
      idempotencyKey: key,
    });
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(next) => !next && onClose()}
      title={isModel ? 'New model' : 'New product'}
      description={
        isModel
          ? 'It serves one decision, and asks nothing of anybody until you send it.'
          : 'It offers nothing until a model of it is published.'
      }
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={form} variant="primary" busy={create.isPending} disabled={chosen === null}>
            {isModel ? 'Begin' : 'Create and draw it'}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="space-y-3">
        {create.isError && <Banner tone="bad">{create.error.message}</Banner>}
        <Field label="Name" error={error}>
          <Input
            value={name}
            maxLength={120}
            placeholder={isModel ? 'Win-back vouchers' : undefined}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        {!isModel && (
          <div>
            <p className="mb-1 font-medium text-fg-2 text-xs">What it does</p>
            <Segmented label="What it does" value={alignment} onChange={setAlignment} options={ALIGNMENTS} />
          </div>
        )}
        <Field label={isModel ? 'Team' : 'Owner'}>
          <Select
            value={chosen}
            onChange={setOwner}
            options={choices.map((team) => ({ value: team.key, label: team.name }))}
            placeholder="You belong to no team"
          />
        </Field>
        {!isModel && (
          <Field label="Description">
            <Textarea value={description} maxLength={4000} onChange={(event) => setDescription(event.target.value)} />
          </Field>
        )}
      </form>
    </Dialog>
  );
}
