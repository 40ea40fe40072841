'use client';

import { Search } from 'lucide-react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { ProvideOptions } from '@/lib/api/provide';
import { ProvideKeys } from './provide-keys';
import { type Choice, type Provision, wishNeedsKeys } from './use-provision';

type Props = { choice: Extract<Choice, { kind: 'wish' }>; options: ProvideOptions; provision: Provision };

/** Who is asked next for what no input holds yet, and by which keys it will be found there. */
export function ProvideWish({ choice, options, provision }: Props) {
  const { product, entity } = options;
  const inputs = options.others.filter(({ ref, isTable }) => !isTable && !ref.startsWith(`${product.key}.`));
  const choose = (ref: string) => {
    const input = inputs.find((one) => one.ref === ref);
    if (input) provision.setChoice({ kind: 'wish', input, keys: input.keys });
  };
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-fg-2 text-xs">
        It comes from something that does not offer it yet
      </legend>
      <p className="mb-2 text-fg-2 text-sm">
        {entity.label} gets the field now, and whoever owns what you choose is asked for it, in the same words.
      </p>
      <div className="grid grid-cols-2 gap-2">
        <Field label="Find an input" isLabelHidden className="col-span-2">
          <Input
            icon={Search}
            value={provision.q}
            placeholder="Find an input"
            onChange={(event) => provision.setQ(event.target.value)}
          />
        </Field>
        <Field label="Ask for it in" className="col-span-2">
          <Select
            value={choice.input?.ref ?? null}
            onChange={choose}
            placeholder={inputs.length === 0 ? 'Nothing is called that' : 'Choose…'}
            isDisabled={inputs.length === 0}
            options={inputs.map(({ ref, label, from }) => ({ value: ref, label: `${from} › ${label}` }))}
          />
        </Field>
      </div>
      {choice.input && wishNeedsKeys(choice, options) && (
        <fieldset className="mt-3 rounded-md border bg-surface p-3">
          <legend className="px-1 font-medium text-fg-2 text-xs">How {choice.input.label} is found</legend>
          <ProvideKeys
            keys={choice.keys}
            input={choice.input}
            options={options}
            onChange={(keys) => provision.setChoice({ ...choice, keys })}
          />
        </fieldset>
      )}
    </fieldset>
  );
}
