'use client';

import { Search } from 'lucide-react';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { ProvideInput, ProvideOptions } from '@/lib/api/provide';
import { OriginChoice } from './origin-choice';
import type { Provision } from './use-provision';

/** The likely origins with their reasons, best first, and the whole of what may be read behind a search. */
export function ProvideChoices({ provision, options }: { provision: Provision; options: ProvideOptions }) {
  const { choice, choose, q, setQ } = provision;
  const [opened, setOpened] = useState<string | null>(null);
  const inputs = options.others;
  const other = inputs.find(({ ref }) => ref === opened) ?? null;
  const isChosen = (input: ProvideInput | null, name: string) =>
    choice?.kind === 'value' && choice.input.ref === input?.ref && choice.name === name;
  return (
    <>
      <fieldset>
        <legend className="mb-1.5 font-medium text-fg-2 text-xs">What it could be</legend>
        {options.candidates.length === 0 && (
          <p className="text-fg-2 text-sm">Nothing upstream is called like it. Look for it below, or write it.</p>
        )}
        <ul className="space-y-1">
          {options.candidates.map(({ ref, name, reasons, input }) => (
            <OriginChoice
              key={`${ref} ${name}`}
              title={[input?.from ?? ref, input?.label, labelOf(input, name)].filter(Boolean).join(' › ')}
              why={reasons.join(', ')}
              physicalName={`${ref}.${name}`}
              isChosen={isChosen(input, name)}
              isDisabled={input === null}
              onChoose={() => input && choose(input, name)}
            />
          ))}
        </ul>
      </fieldset>
      <fieldset className="grid grid-cols-2 gap-2">
        <legend className="mb-1.5 font-medium text-fg-2 text-xs">Or anything else</legend>
        <Field label="Find an input" isLabelHidden className="col-span-2">
          <Input icon={Search} value={q} placeholder="Find an input" onChange={(event) => setQ(event.target.value)} />
        </Field>
        <Field label="Input">
          <Select
            value={opened}
            onChange={setOpened}
            placeholder={inputs.length === 0 ? 'Nothing is called that' : 'Choose…'}
            isDisabled={inputs.length === 0}
            options={inputs.map(({ ref, label, from }) => ({ value: ref, label: `${from} › ${label}` }))}
          />
        </Field>
        <Field label={other?.isTable ? 'Column' : 'Field'}>
          <Select
            value={choice?.kind === 'value' && choice.input.ref === opened ? choice.name : null}
            onChange={(name) => other && choose(other, name)}
            isDisabled={other === null}
            options={(other?.attributes ?? []).map(({ name, label, type }) => ({ value: name, label, hint: type }))}
          />
        </Field>
      </fieldset>
    </>
  );
}

function labelOf(input: ProvideInput | null, name: string): string {
  return input?.attributes.find((one) => one.name === name)?.label ?? name;
}
