'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { toast } from 'sonner';
import { EffectList } from '@/components/catalog/effect-list';
import type { Autosave } from '@/components/editor/autosave';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { LoadingRows } from '@/components/ui/loading-rows';
import { Textarea } from '@/components/ui/textarea';
import { joinWords } from '@/lib/base/join-words';
import { ApiProblem } from '@/lib/client/api-problem';
import { idempotencyKey } from '@/lib/client/idempotency-key';
import { publishMutation, publishPreviewQuery } from '@/lib/client/product-changes';
import { queryKeys } from '@/lib/client/query-keys';

type Props = {
  product: string;
  productName: string;
  autosave: Autosave;
  onClose: () => void;
  onPublished: () => void;
};

/** Publishing a model that others read: who loses what, by name, before it is done. Mounted while it is open. */
export function PublishDialog({ product, productName, autosave, onClose, onPublished }: Props) {
  const client = useQueryClient();
  const form = useId();
  const [key] = useState(idempotencyKey);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isSaved, setSaved] = useState<boolean | null>(null);
  useEffect(() => {
    void autosave.flush().then(setSaved);
  }, [autosave]);
  const preview = useQuery({ ...publishPreviewQuery(product), enabled: isSaved === true });
  const publish = useMutation({
    ...publishMutation(product),
    onSuccess: ({ version, effects }) => {
      for (const queryKey of [queryKeys.products, queryKeys.inbox, queryKeys.asks, queryKeys.lineage, queryKeys.events])
        void client.invalidateQueries({ queryKey });
      const broken = effects.filter(({ breaks }) => breaks).map(({ consumer }) => consumer.name);
      toast.success(`${productName} is version ${version} now`, {
        description:
          broken.length === 0 ? 'Nobody loses anything.' : `${joinWords(broken)} asks again for what it needs.`,
      });
      onPublished();
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!preview.data) return;
    if (reason.trim() === '') return setError('Say why, for the people who rely on it.');
    setError(null);
    publish.mutate({ reason: reason.trim(), revision: preview.data.revision, idempotencyKey: key });
  };
  const breaks = preview.data?.effects.some((effect) => effect.breaks) ?? false;
  const problem = publish.error ?? preview.error;
  const issues = problem instanceof ApiProblem ? (problem.problem.issues ?? []) : [];
  return (
    <Dialog
      isOpen
      onOpenChange={(next) => !next && onClose()}
      title={`Publish ${productName}`}
      description="Everybody who relies on it is planned again. Nothing is published yet."
      size="lg"
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            form={form}
            variant={breaks ? 'danger' : 'primary'}
            busy={publish.isPending}
            disabled={!preview.data}
          >
            {breaks ? 'Publish all the same' : 'Publish'}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="space-y-3">
        {isSaved === false && <Banner tone="bad">The draft could not be saved, so it cannot be published.</Banner>}
        {problem && (
          <Banner tone="bad">
            {problem.message}
            {issues.map(({ words, recordId, code }) => (
              <span key={`${code} ${recordId}`} className="block text-fg-2">
                {words}
              </span>
            ))}
          </Banner>
        )}
        {!preview.data && !problem && isSaved !== false && <LoadingRows label="Planning again" rows={3} />}
        {preview.data && (
          <section aria-label="Who notices" className="space-y-2">
            {preview.data.effects.length === 0 && (
              <p className="text-sm">
                {preview.data.reliedOnBy.length === 0
                  ? 'Nobody relies on it yet.'
                  : `${joinWords(preview.data.reliedOnBy.map(({ name }) => name))} rely on it and lose nothing.`}
              </p>
            )}
            <EffectList effects={preview.data.effects} />
          </section>
        )}
        <Field label="Why, for the people who rely on it" error={error}>
          <Textarea value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
