'use client';

import { Search } from 'lucide-react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { AskPage } from '@/lib/api/asks';
import type { EntityInput, EntityOptions } from '@/lib/api/provide';
import { OriginChoice } from './origin-choice';
import { ProvideFields } from './provide-fields';
import { ProvideFrame } from './provide-frame';
import { ProvideSave } from './provide-save';
import { type EntityProviding, useEntityProvision } from './use-entity-provision';

type Props = { ask: AskPage; target: string; onClose: () => void };

/** Where a whole entity comes from: one input, what one row is, and each field by its name there, in one act. */
export function ProvideEntity({ ask, target, onClose }: Props) {
  const providing = useEntityProvision(ask, target, onClose);
  const { mapping } = providing;
  return (
    <ProvideFrame options={providing.options} onClose={onClose}>
      {(options) => (
        <>
          <h4 className="font-semibold text-sm">Where does {options.label} come from?</h4>
          <Inputs providing={providing} options={options} />
          {mapping && <ProvideFields mapping={mapping} options={options} onChange={providing.setMapping} />}
          <ProvideSave saving={providing} verb="Provide and publish" onClose={onClose} />
        </>
      )}
    </ProvideFrame>
  );
}

function Inputs({ providing, options }: { providing: EntityProviding; options: EntityOptions }) {
  const { mapping, choose, q, setQ } = providing;
  const chosen = mapping?.input.ref ?? null;
  return (
    <>
      <fieldset>
        <legend className="mb-1.5 font-medium text-fg-2 text-xs">What it could be made from</legend>
        {options.candidates.length === 0 && (
          <p className="text-fg-2 text-sm">Nothing is called like it or holds the same fields. Look for it below.</p>
        )}
        <ul className="space-y-1">
          {options.candidates.map((input) => (
            <OriginChoice
              key={input.ref}
              title={nameOf(input)}
              why={input.reasons.join(', ') || heldWords(input)}
              physicalName={input.ref}
              isChosen={chosen === input.ref}
              onChoose={() => choose(input)}
            />
          ))}
        </ul>
      </fieldset>
      <fieldset className="grid grid-cols-2 gap-2">
        <legend className="mb-1.5 font-medium text-fg-2 text-xs">Or anything else</legend>
        <Field label="Find an input" isLabelHidden>
          <Input icon={Search} value={q} placeholder="Find an input" onChange={(event) => setQ(event.target.value)} />
        </Field>
        <Field label="Input" isLabelHidden>
          <Select
            value={options.others.some(({ ref }) => ref === chosen) ? chosen : null}
            onChange={(ref) => {
              const input = options.others.find((one) => one.ref === ref);
              if (input) choose(input);
            }}
            placeholder={options.others.length === 0 ? 'Nothing is called that' : 'Choose…'}
            isDisabled={options.others.length === 0}
            options={options.others.map((input) => ({ value: input.ref, label: nameOf(input) }))}
          />
        </Field>
      </fieldset>
    </>
  );
}

function nameOf({ from, label }: EntityInput): string {
  return `${from} › ${label}`;
}

function heldWords({ fits }: EntityInput): string {
  const held = fits.filter(({ name }) => name !== null).length;
  return held === fits.length ? 'holds all of it' : `holds ${held} of ${fits.length} fields`;
}
