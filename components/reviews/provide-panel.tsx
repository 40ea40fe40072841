'use client';

import { Check } from 'lucide-react';
import { useState } from 'react';
import { EffectList } from '@/components/catalog/effect-list';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LoadingRows } from '@/components/ui/loading-rows';
import { ProblemState } from '@/components/ui/problem-state';
import { Segmented } from '@/components/ui/segmented';
import { Textarea } from '@/components/ui/textarea';
import type { AskPage } from '@/lib/api/asks';
import { ProvideChoices } from './provide-choices';
import { ProvideJoin } from './provide-join';
import { ProvideModel } from './provide-model';
import { ProvideWish } from './provide-wish';
import { type Choice, type Provision, useProvision } from './use-provision';

type How = 'choose' | 'write' | 'ask';
const START: Record<How, Choice | null> = {
  choose: null,
  write: { kind: 'expression', text: '' },
  ask: { kind: 'wish', input: null, keys: [] },
};
const ASK_FURTHER = { value: 'ask', label: 'Ask further upstream' } as const;

function howOf(choice: Choice | null): How {
  if (choice?.kind === 'expression') return 'write';
  return choice?.kind === 'wish' ? 'ask' : 'choose';
}

type Props = { ask: AskPage; target: string; onClose: () => void };

/** Where something that is asked comes from, chosen beside the model it will stand in, with what it does shown first. */
export function ProvidePanel({ ask, target, onClose }: Props) {
  const provision = useProvision(ask, target, onClose);
  const [reason, setReason] = useState('');
  const { options, choice } = provision;
  if (options.isPending) return <LoadingRows label="Looking for where it could come from" rows={4} className="p-4" />;
  if (options.isError)
    return (
      <ProblemState
        title="Where it could come from could not be read"
        detail={options.error.message}
        onRetry={() => void options.refetch()}
        isRetrying={options.isFetching}
      />
    );
  const { wish } = options.data;
  const isAsking = choice?.kind === 'wish';
  return (
    <div className="border-t bg-canvas p-4">
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <h4 className="min-w-0 flex-1 font-semibold text-sm">Where does {wish.label} come from?</h4>
        <Segmented
          label="How"
          value={howOf(choice)}
          onChange={(how) => provision.setChoice(START[how])}
          options={[
            { value: 'choose', label: 'Choose' },
            { value: 'write', label: 'Write it' },
            ...(options.data.product.alignment === 'source' ? [] : [ASK_FURTHER]),
          ]}
        />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)_240px] items-start gap-4 max-[1180px]:grid-cols-1">
        <div className="min-w-0 space-y-3">
          {choice?.kind === 'wish' ? (
            <ProvideWish choice={choice} options={options.data} provision={provision} />
          ) : choice?.kind === 'expression' ? (
            <Field label="Expression" hint={`Over ${options.data.entity.inputs.map(({ alias }) => alias).join(', ')}`}>
              <Input
                value={choice.text}
                onChange={(event) => provision.setChoice({ kind: 'expression', text: event.target.value })}
                placeholder="e.parts + 1"
                className="font-mono"
              />
            </Field>
          ) : (
            <ProvideChoices provision={provision} options={options.data} />
          )}
          {choice?.kind === 'value' && (
            <ProvideJoin choice={choice} options={options.data} onChange={provision.setChoice} />
          )}
        </div>
        <ProvideModel options={options.data} />
      </div>
      <ProvideEffect provision={provision} />
      <form
        className="mt-3 space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (provision.isReady) provision.submit(reason);
        }}
      >
        {choice !== null && (
          <Field label="Why, for the history" hint="Left empty, it says what is provided for whom.">
            <Textarea rows={2} value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
          </Field>
        )}
        <div className="flex justify-end gap-2">
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" icon={Check} busy={provision.isSaving} disabled={!provision.isReady}>
            {isAsking ? 'Ask further and publish' : 'Provide and publish'}
          </Button>
        </div>
      </form>
    </div>
  );
}

/** What saving does, before it is saved: who is asked next, what is still missing, what stands in the way. */
function ProvideEffect({ provision }: { provision: Provision }) {
  const { choice, preview, problem } = provision;
  if (choice === null || !provision.isWhole) return null;
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
