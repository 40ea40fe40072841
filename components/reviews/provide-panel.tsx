'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import type { AskPage } from '@/lib/api/asks';
import type { ProvideOptions } from '@/lib/api/provide';
import { ProvideChoices } from './provide-choices';
import { ProvideFrame } from './provide-frame';
import { ProvideJoin } from './provide-join';
import { ProvideModel } from './provide-model';
import { ProvideSave } from './provide-save';
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
  const { choice } = provision;
  return (
    <ProvideFrame options={provision.options} onClose={onClose}>
      {(options) => (
        <>
          <div className="flex flex-wrap items-center gap-2">
            <h4 className="min-w-0 flex-1 font-semibold text-sm">Where does {options.wish.label} come from?</h4>
            <Segmented
              label="How"
              value={howOf(choice)}
              onChange={(how) => provision.setChoice(START[how])}
              options={[
                { value: 'choose', label: 'Choose' },
                { value: 'write', label: 'Write it' },
                ...(options.product.alignment === 'source' ? [] : [ASK_FURTHER]),
              ]}
            />
          </div>
          <div className="grid grid-cols-[minmax(0,1fr)_240px] items-start gap-4 max-[1180px]:grid-cols-1">
            <div className="min-w-0 space-y-3">
              <Origin provision={provision} options={options} />
            </div>
            <ProvideModel options={options} />
          </div>
          <ProvideSave
            saving={provision}
            verb={choice?.kind === 'wish' ? 'Ask further and publish' : 'Provide and publish'}
            onClose={onClose}
          />
        </>
      )}
    </ProvideFrame>
  );
}

function Origin({ provision, options }: { provision: Provision; options: ProvideOptions }) {
  const { choice, setChoice } = provision;
  if (choice?.kind === 'wish') return <ProvideWish choice={choice} options={options} provision={provision} />;
  if (choice?.kind === 'expression') {
    const aliases = options.entity.inputs.map(({ alias }) => alias);
    return (
      <Field label="Expression" hint={aliases.length > 0 ? `Over ${aliases.join(', ')}` : undefined}>
        <Input
          value={choice.text}
          onChange={(event) => setChoice({ kind: 'expression', text: event.target.value })}
          placeholder={`${aliases[0] ?? 'e'}.parts + 1`}
          className="font-mono"
        />
      </Field>
    );
  }
  return (
    <>
      <ProvideChoices provision={provision} options={options} />
      {choice && <ProvideJoin choice={choice} options={options} onChange={setChoice} />}
    </>
  );
}
