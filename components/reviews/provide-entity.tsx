'use client';

import { Search } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LoadingRows } from '@/components/ui/loading-rows';
import { Mono } from '@/components/ui/mono';
import { ProblemState } from '@/components/ui/problem-state';
import { Select } from '@/components/ui/select';
import type { AskPage } from '@/lib/api/asks';
import type { EntityInput, EntityOptions } from '@/lib/api/provide';
import { ProvideFields } from './provide-fields';
import { ProvideSave } from './provide-save';
import { type EntityProviding, useEntityProvision } from './use-entity-provision';

type Props = { ask: AskPage; target: string; onClose: () => void };

/** Where a whole entity comes from: one input, what one row is, and each field by its name there, in one act. */
export function ProvideEntity({ ask, target, onClose }: Props) {
  const providing = useEntityProvision(ask, target, onClose);
  const { options, mapping } = providing;
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
  return (
    <div className="space-y-3 border-t bg-canvas p-4">
      <h4 className="font-semibold text-sm">Where does {options.data.label} come from?</h4>
      <Inputs providing={providing} options={options.data} />
      {mapping && <ProvideFields mapping={mapping} options={options.data} onChange={providing.setMapping} />}
      <ProvideSave saving={providing} verb="Provide and publish" onClose={onClose} />
    </div>
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
            <li key={input.ref}>
              <label
                className={cn(
                  'flex cursor-pointer items-start gap-2.5 rounded-md border bg-surface px-3 py-2 hover:bg-hover',
                  chosen === input.ref && 'border-accent bg-accent-soft',
                )}
              >
                <input
                  type="radio"
                  name="origin"
                  className="mt-1 accent-accent"
                  checked={chosen === input.ref}
                  onChange={() => choose(input)}
                />
                <span className="min-w-0 flex-1">
                  <span className="block font-medium text-sm">{nameOf(input)}</span>
                  <span className="block text-fg-2 text-xs">{input.reasons.join(', ') || heldWords(input)}</span>
                  <Mono className="text-xs">{input.ref}</Mono>
                </span>
              </label>
            </li>
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
