'use client';

import { Check } from 'lucide-react';
import { useState } from 'react';
import { EffectList } from '@/components/catalog/effect-list';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { LoadingRows } from '@/components/ui/loading-rows';
import { Textarea } from '@/components/ui/textarea';
import type { SavingProvision } from './use-save-provision';

type Props = { saving: SavingProvision; verb: string; onClose: () => void };

/** The foot of whatever chooses an origin: what saving does, why, and saving it. */
export function ProvideSave({ saving, verb, onClose }: Props) {
  const [reason, setReason] = useState('');
  return (
    <>
      <ProvideEffect saving={saving} />
      <form
        className="mt-3 space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (saving.isReady) saving.submit(reason);
        }}
      >
        {saving.isWhole && (
          <Field label="Why, for the history" hint="Left empty, it says what is provided for whom.">
            <Textarea rows={2} value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
          </Field>
        )}
        <div className="flex justify-end gap-2">
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" icon={Check} busy={saving.isSaving} disabled={!saving.isReady}>
            {verb}
          </Button>
        </div>
      </form>
    </>
  );
}

/** What saving does, before it is saved: who is asked next, what is still missing, what stands in the way. */
function ProvideEffect({ saving }: { saving: SavingProvision }) {
  const { preview, problem } = saving;
  if (!saving.isWhole) return null;
  if (problem)
    return (
      <Banner tone="bad" className="mt-3">
        {problem.message}
      </Banner>
    );
  const told = preview.data;
  if (!told) return <LoadingRows label="Planning again" rows={2} className="mt-3" />;
  return (
    <section aria-label="What happens next" className="mt-3">
      <h4 className="mb-1.5 font-medium text-fg-2 text-xs">What happens next</h4>
      {told.missing.length > 0 && (
        <Banner tone="warn" className="mb-2">
          Still missing after this: {told.missing.join('; ')}.
        </Banner>
      )}
      {told.effects.length === 0 ? (
        <p className="text-fg-2 text-sm">Nobody else is asked for anything.</p>
      ) : (
        <EffectList effects={told.effects} />
      )}
    </section>
  );
}
