'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LoadingRows } from '@/components/ui/loading-rows';
import { ProblemState } from '@/components/ui/problem-state';
import { Segmented } from '@/components/ui/segmented';
import type { AskPage } from '@/lib/api/asks';
import { ProvideChoices } from './provide-choices';
import { ProvideJoin } from './provide-join';
import { ProvideModel } from './provide-model';
import { ProvideSave } from './provide-save';
import { ProvideWish } from './provide-wish';
import { type Choice, useProvision } from './use-provision';

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
      <ProvideSave
        saving={provision}
        verb={choice?.kind === 'wish' ? 'Ask further and publish' : 'Provide and publish'}
        onClose={onClose}
      />
    </div>
  );
}
