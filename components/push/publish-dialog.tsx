'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { EffectList } from '@/components/catalog/effect-list';
import { useTellEffects } from '@/components/catalog/use-tell-effects';
import type { Autosave } from '@/components/editor/autosave';
import { Banner } from '@/components/ui/banner';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { LoadingRows } from '@/components/ui/loading-rows';
import { Textarea } from '@/components/ui/textarea';
import { UnderWay } from '@/components/ui/under-way';
import { useCallingOff } from '@/components/ui/use-calling-off';
import { joinWords } from '@/lib/base/join-words';
import { ApiProblem } from '@/lib/client/api-problem';
import { idempotencyKey } from '@/lib/client/idempotency-key';
import { publishMutation, publishPreviewQuery } from '@/lib/client/product-changes';

type Props = {
  product: string;
  productName: string;
  autosave: Autosave;
  onClose: () => void;
  onPublished: () => void;
};

/** Publishing a model that others read: who loses what, by name, before it is done. Mounted while it is open. */
export function PublishDialog({ product, productName, autosave, onClose, onPublished }: Props) {
  const tellEffects = useTellEffects();
  const [key] = useState(idempotencyKey);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isSaved, setSaved] = useState<boolean | null>(null);
  useEffect(() => {
    void autosave.flush().then(setSaved);
  }, [autosave]);
  const preview = useQuery({ ...publishPreviewQuery(product), enabled: isSaved === true });
  const { begin, callOff } = useCallingOff();
  const publish = useMutation({
    ...publishMutation(product),
    onSuccess: ({ version, effects }) => {
      tellEffects(`${productName} is version ${version} now`, effects);
      onPublished();
      onClose();
    },
  });
  const submit = () => {
    if (!preview.data) return;
    if (reason.trim() === '') return setError('Say why, for the people who rely on it.');
    setError(null);
    publish.mutate({ reason: reason.trim(), revision: preview.data.revision, idempotencyKey: key, signal: begin() });
  };
  const breaks = preview.data?.effects.some((effect) => effect.breaks) ?? false;
  const isUnchanged = preview.error instanceof ApiProblem && preview.error.code === 'draft-unchanged';
  const problem = isUnchanged ? null : (publish.error ?? preview.error);
  const issues = problem instanceof ApiProblem ? (problem.problem.issues ?? []) : [];
  return (
    <FormDialog
      title={`Publish ${productName}`}
      description="Everybody who relies on it is planned again. Nothing is published until you say so."
      size="lg"
      submit={{
        words: breaks ? 'Publish all the same' : 'Publish',
        isBusy: publish.isPending,
        isDisabled: !preview.data,
        isDanger: breaks,
      }}
      problem={
        problem && (
          <>
            {problem.message}
            {issues.map(({ words, recordId, code }) => (
              <span key={`${code} ${recordId}`} className="block text-fg-2">
                {words}
              </span>
            ))}
          </>
        )
      }
      onCallOff={() => {
        callOff();
        publish.reset();
      }}
      onSubmit={submit}
      onClose={onClose}
    >
      {publish.isPending && <UnderWay words="Publishing it, and planning everybody who relies on it again" />}
      {isSaved === false && <Banner tone="bad">The draft could not be saved, so it cannot be published.</Banner>}
      {isUnchanged && <Banner>There is nothing to publish: nothing was changed since the last version.</Banner>}
      {!preview.data && !preview.error && isSaved !== false && <LoadingRows label="Planning again" rows={3} />}
      {preview.data && (
        <section aria-label="Who notices" className="space-y-2">
          {preview.data.effects.length === 0 && (
            <p className="text-sm">
              {preview.data.reliedOnBy.length === 0
                ? 'Nobody relies on it yet.'
                : `${joinWords(preview.data.reliedOnBy.map(({ name }) => name))} ${preview.data.reliedOnBy.length === 1 ? 'relies on it and loses' : 'rely on it and lose'} nothing.`}
            </p>
          )}
          <EffectList effects={preview.data.effects} />
        </section>
      )}
      {!isUnchanged && (
        <Field label="Why, for the people who rely on it" error={error}>
          <Textarea value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
        </Field>
      )}
    </FormDialog>
  );
}
